// A reporter for node's test runner that names the file of each test that failed, one a line.
export default async function* failures(events) {
  for await (const { type, data } of events) {
    if (type === "test:fail" && data.file) yield `${data.file}\n`;
  }
}
