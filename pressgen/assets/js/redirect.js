// Lead on from an older address to the new one, with the query and the fragment that the reader came with.
{
  const href = document.currentScript?.dataset.href;
  if (href) {
    const target = new URL(href, document.baseURI);
    target.search = location.search;
    target.hash = location.hash;
    location.replace(target.href);
  }
}
