import Testing

@testable import Scenarios

@Suite("Writing, patching and addressing JSON")
struct JSONWriterTests {
    @Test(
        "numbers are written in the shortest form",
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (-12.5, "-12.5"), (0.1, "0.1"), (1e15, "1000000000000000"),
            (1e21, "1e+21"), (.nan, "null"), (.infinity, "null"),
        ] as [(Double, String)])
    func numbers(value: Double, written: String) {
        #expect(JSONWriter.number(value) == written)
    }

    @Test("the canonical form sorts keys by their bytes and has no white space")
    func canonical() throws {
        let node = try readJSON(#"{ "b": [1, {"z": "\n\u0001æ", "y": null}], "B": true, "a": {} }"#)
        #expect(JSONWriter.canonical(node) == #"{"B":true,"a":{},"b":[1,{"y":null,"z":"\n\u0001æ"}]}"#)
        let kept = JSONWriter.canonical(node) { path in path == ["b", "1", "z"] || path == ["a"] }
        #expect(kept == #"{"B":true,"b":[1,{"y":null}]}"#)
    }

    @Test("the pretty form keeps the order and puts short lists on one line")
    func pretty() throws {
        let node = try readJSON(#"{"b":{"c":[1,2,3],"d":{"e":"f"}},"a":[[1],[]],"empty":{}}"#)
        let expected = """
            {
              "b": {
                "c": [1, 2, 3],
                "d": {"e": "f"}
              },
              "a": [
                [1],
                []
              ],
              "empty": {}
            }

            """
        #expect(JSONWriter.pretty(node) == expected)
    }

    @Test("a list too long for the width is broken")
    func width() throws {
        #expect(JSONWriter.pretty(try readJSON("[100, 200]"), width: 8) == "[\n  100,\n  200\n]\n")
    }

    /// The examples of RFC 7396, appendix A.
    @Test(
        "a merge patch gives what the standard says",
        arguments: [
            (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
            (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
            (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
            (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
            (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
            (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
            (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
            (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
            (#"{"a":"foo"}"#, "null", "null"),
            (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
            (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
            ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
            ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
        ])
    func mergePatch(target: String, patch: String, result: String) throws {
        #expect(try readJSON(target).applying(try readJSON(patch)) == (try readJSON(result)))
    }

    @Test("what a patch changes keeps the place in the file that changed it")
    func patchSpans() throws {
        var files = SourceFiles()
        let base = JSONReader.read(name: "base", bytes: Array(#"{"a":{"b":1,"c":2}}"#.utf8), into: &files)
        let patch = JSONReader.read(name: "patch", bytes: Array(#"{"a":{"b":3}}"#.utf8), into: &files)
        let merged = try #require(base.root).applying(try #require(patch.root))
        #expect(merged.node(at: "a.b")?.span.source == 2)
        #expect(merged.node(at: "a.c")?.span.source == 1)
        #expect(merged.node(at: "a")?.span.source == 2)
    }

    @Test("the patch between two documents turns the one into the other", arguments: 0..<8 as Range<UInt64>)
    func patchBetween(seed: UInt64) throws {
        var random = TestRandom(seed: seed)
        func document() -> String {
            let keys = ["a", "b", "c"].filter { _ in Bool.random(using: &random) }
            return "{"
                + keys.map { key in
                    let number = Int.random(in: 0...2, using: &random)
                    return
                        #""\#(key)":\#(number == 2 ? #"{"x":\#(Int.random(in: 0...1, using: &random)),"y":[1]}"# : "\(number)")"#
                }.joined(separator: ",") + "}"
        }
        for _ in 0..<50 {
            let (from, to) = (try readJSON(document()), try readJSON(document()))
            #expect(from.applying(from.patch(to: to)) == to)
            #expect(from.differences(to: to).isEmpty == (from == to))
        }
    }

    @Test("differences name the path, the old and the new value")
    func differences() throws {
        let from = try readJSON(#"{"a":{"b":1,"gone":2},"l":[1]}"#)
        let to = try readJSON(#"{"a":{"b":5,"new":3},"l":[1,2]}"#)
        let lines = from.differences(to: to).map { difference in
            "\(difference.path) \(difference.old.map(JSONWriter.line) ?? "-") \(difference.new.map(JSONWriter.line) ?? "-")"
        }
        #expect(lines == ["a.b 1 5", "a.gone 2 -", "a.new - 3", "l [1] [1, 2]"])
    }

    private static let sample = #"{"resources":{"clarifier":{"slotsPerWeek":10}},"list":[{"x":1},{"x":2}],"none":[]}"#

    @Test("a value is found and changed at its path")
    func paths() throws {
        var node = try readJSON(Self.sample)
        #expect(node.node(at: "list.1.x")?.number == 2)
        #expect(node.node(at: "list.2.x") == nil)
        try node.set(JSONNode(.number(14)), at: JSONPath(parsing: "resources.clarifier.slotsPerWeek"))
        try node.set(JSONNode(.number(3)), at: JSONPath(parsing: "list.0.x"))
        try node.set(JSONNode(.string("new")), at: JSONPath(parsing: "list.2"))
        try node.set(JSONNode(.bool(true)), at: JSONPath(parsing: "made.on.the.way"), creating: true)
        try node.remove(at: JSONPath(parsing: "list.1"))
        try node.remove(at: JSONPath(parsing: "none"))
        let expected =
            #"{"list":[{"x":3},"new"],"made":{"on":{"the":{"way":true}}},"resources":{"clarifier":{"slotsPerWeek":14}}}"#
        #expect(JSONWriter.canonical(node) == expected)
    }

    @Test(
        "a path that leads nowhere says where it goes wrong, and the document stays as it was",
        arguments: [
            (
                "resources.clarifer.slotsPerWeek", 1,
                #""resources" has no "clarifer"; did you mean "clarifier"?"#,
                #""resources" har intet "clarifer"; mente du "clarifier"?"#
            ),
            (
                "lists.0.x", 0, #"the scenario has no "lists"; did you mean "list"?"#,
                #"scenariet har intet "lists"; mente du "list"?"#
            ),
            (
                "list.7.x", 1, #""list" is a list with numbers 0 to 1; "7" is not one of them"#,
                #""list" er en liste med numrene 0 til 1; "7" er ikke et af dem"#
            ),
            (
                "none.0.x", 1, #"the list "none" is empty; there is no "0""#,
                #"listen "none" er tom; "0" findes ikke"#
            ),
            (
                "list.0.x.y", 3, #""list.0.x" is a number and has no parts"#,
                #""list.0.x" er et tal og har ingen dele"#
            ),
            (
                "list..x", 1, #"the path "list..x" lacks a name between two points or at an end"#,
                #"stien "list..x" mangler et navn mellem to punktummer eller i enden"#
            ),
        ])
    func wrongPaths(path: String, component: Int, en: String, da: String) throws {
        var node = try readJSON(Self.sample)
        let before = node
        do throws(JSONPathProblem) {
            try node.set(JSONNode(.number(1)), at: JSONPath(parsing: path))
            Issue.record("\(path) was accepted")
        } catch {
            #expect(error.component == component)
            #expect(error.text == Text(da: da, en: en))
        }
        #expect(node == before)
        #expect(throws: JSONPathProblem.self) { try node.remove(at: JSONPath(parsing: path)) }
    }

    @Test("a path of very many parts is refused, not followed")
    func deepPath() {
        let path = Array(repeating: "a", count: 100_000).joined(separator: ".")
        #expect(throws: JSONPathProblem.tooDeep(limit: 200)) { try JSONPath(parsing: path) }
    }

    @Test("a component's place in the typed path is known")
    func componentRange() throws {
        let path = try JSONPath(parsing: "resources.sygeplejerske.æ")
        #expect(path.range(ofComponent: 1) == 10..<23)
        #expect(path.range(ofComponent: 2) == 24..<26)
    }

    @Test("members keep their order when they are set and removed")
    func objectOrder() {
        var object = JSONObject()
        for key in ["c", "a", "b", "d"] { object.set(key, to: JSONNode(.null)) }
        object.remove("a")
        object.set("b", to: JSONNode(.number(1)))
        object.set("a", to: JSONNode(.number(2)))
        #expect(object.keys == ["c", "b", "d", "a"])
        #expect(object["b"]?.number == 1)
        #expect(object["d"] != nil)
        #expect(object.remove("x") == nil)
    }
}
