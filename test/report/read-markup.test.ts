import { describe, expect, test } from "vitest";
import { elementsOf, readMarkup } from "./read-markup.ts";

describe("the strict reader that the HTML and JUnit tests stand on", () => {
  test("reads names, attributes, text and entities", () => {
    const root = readMarkup('<a x="1&quot;"><b>one &lt; two</b><b/></a>\n');
    expect(root).toMatchObject({ name: "a", attributes: { x: '1"' }, text: "one < two" });
    expect(elementsOf(root, "b").map(({ text }) => text)).toEqual(["one < two", ""]);
  });

  test.each([
    { source: "<a><b></a></b>", why: "tags that do not nest" },
    { source: "<a>", why: "an open end" },
    { source: "<a></a></a>", why: "one end too many" },
    { source: "<a/><b/>", why: "two roots" },
    { source: "<a>1 < 2</a>", why: "a stray <" },
    { source: "<a>b & c</a>", why: "a stray &" },
    { source: "<a>&nbsp;</a>", why: "an entity that XML does not have" },
    { source: "<a x=1/>", why: "an attribute without quotes" },
    { source: '<a x="1" x="2"/>', why: "an attribute twice" },
    { source: "<a>\u0008</a>", why: "a control character" },
    { source: "<a>\uffff</a>", why: "a non-character" },
    { source: "<a>\ud83d</a>", why: "half a surrogate pair" },
  ])("refuses $why", ({ source }) => {
    expect(() => readMarkup(source)).toThrow();
  });
});
