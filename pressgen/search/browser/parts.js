// A text between two offsets as parts, those within `marks` ([start, end] in order) marked.
export function parted(text, start, end, marks) {
  const parts = [];
  const add = (from, to, marked) => {
    if (to > from) parts.push({ text: text.slice(from, to), marked });
  };
  let done = start;
  for (const [from, to] of marks) {
    if (to <= done || from >= end) continue;
    add(done, from, false);
    add(Math.max(from, done), Math.min(to, end), true);
    done = Math.min(to, end);
  }
  add(done, end, false);
  return parts;
}
