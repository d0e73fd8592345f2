// Leads from an older address to the new one, with the query and the fragment of the older.
{
  const href = document.currentScript?.dataset.href;
  if (href) {
    const target = new URL(href, document.baseURI);
    target.search = location.search;
    target.hash = location.hash;
    location.replace(target.href);
  }
}
