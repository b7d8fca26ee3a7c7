"""Opens reports in headless Chromium and fails on anything a reader would stumble over.

Usage: report_check.py CHROMIUM FOLDER FILE.html …

Each page must load without a message on the console and without a request, must not scroll sideways at 1280 and 390
pixels, must have words for every drawing and a name for every control, contrast of at least 4.5, and must print to PDF.
Its buttons, lists and sliders are used as a reader would. Pictures and PDFs are left in FOLDER to be looked at.

Talks to the browser over the pipe of its remote debugging, with Python's standard library alone.
"""

import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile


class Browser:
    def __init__(self, program):
        read_commands, self.commands = os.pipe()
        self.answers, write_answers = os.pipe()
        self.profile = tempfile.TemporaryDirectory()

        def pipes():
            os.dup2(read_commands, 3)
            os.dup2(write_answers, 4)
            # Also where a pipe has its number already.
            os.set_inheritable(3, True)
            os.set_inheritable(4, True)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             f"--user-data-dir={self.profile.name}", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(read_commands)
        os.close(write_answers)
        self.buffer = b""
        self.number = 0
        self.events = []
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def message(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.answers, 1 << 20)
            if not piece:
                sys.exit("the browser has gone")
            self.buffer += piece
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        command = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        os.write(self.commands, json.dumps(command).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.message())

    def evaluate(self, script):
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in result:
            sys.exit(f"{script[:60]}…: {result['exceptionDetails']}")
        return result["result"].get("value")

    def open(self, url, width, height):
        self.events = []
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=False)
        self.call("Page.navigate", url=url)
        self.wait("Page.loadEventFired")
        self.evaluate("1")

    def close(self):
        self.call("Browser.close")
        self.process.wait(30)


# Contrast of every visible piece of text with what is behind it (WCAG 2.1, 1.4.3), for HTML and SVG.
CONTRAST = """
(function () {
  function parts(colour) { return (colour.match(/[\\d.]+/g) || []).map(Number); }
  function luminance(colour) {
    var linear = colour.slice(0, 3).map(function (c) {
      c /= 255; return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }
  var bad = [];
  document.querySelectorAll('h1,h2,h3,p,li,th,td,a,button,summary,figcaption,label').forEach(function (element) {
    if (!element.offsetParent || !element.textContent.trim()) { return; }
    var behind = element, back = [255, 255, 255];
    while (behind) {
      var colour = parts(getComputedStyle(behind).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) { back = colour; break; }
      behind = behind.parentElement;
    }
    var a = luminance(parts(getComputedStyle(element).color)), b = luminance(back);
    var ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) { bad.push(element.tagName + ' ' + element.textContent.slice(0, 40) + ' ' + ratio.toFixed(2)); }
  });
  return bad.slice(0, 5);
})()
"""

NAMELESS = """
(function () {
  var bad = [];
  document.querySelectorAll('button,select,input').forEach(function (control) {
    if (!control.textContent.trim() && !control.closest('label')) { bad.push(control.outerHTML.slice(0, 80)); }
  });
  document.querySelectorAll('svg[role=img]').forEach(function (svg) {
    (svg.getAttribute('aria-labelledby') || '').split(' ').forEach(function (id) {
      var words = document.getElementById(id);
      if (!words || !words.textContent.trim()) { bad.push('drawing without ' + id); }
    });
  });
  var last = 0;
  document.querySelectorAll('article:not([hidden]) h1, article:not([hidden]) h2, article:not([hidden]) h3')
    .forEach(function (heading) {
      var level = Number(heading.tagName[1]);
      if (level > last + 1) { bad.push('heading skips a level: ' + heading.textContent); }
      last = level;
    });
  return bad;
})()
"""


def check(browser, path, folder):
    problems = []
    url = path.absolute().as_uri()
    for width in (1280, 390):
        browser.open(url, width, 900)
        wide = browser.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            problems.append(f"{width} pixels: the page is {wide} wide")
        problems += [f"contrast: {text}" for text in browser.evaluate(CONTRAST)]
        problems += browser.evaluate(NAMELESS)
        height = min(browser.evaluate("document.documentElement.scrollHeight"), 16000)
        picture = browser.call("Page.captureScreenshot", captureBeyondViewport=True,
                               clip={"x": 0, "y": 0, "width": width, "height": height, "scale": 1})
        (folder / f"{path.stem}-{width}.png").write_bytes(base64.b64decode(picture["data"]))
        problems += messages(browser, url)

    browser.open(url, 1280, 900)
    problems += use(browser)
    problems += messages(browser, url)
    printed = browser.call("Page.printToPDF", printBackground=True)["data"]
    pdf = base64.b64decode(printed)
    (folder / f"{path.stem}.pdf").write_bytes(pdf)
    if not pdf.startswith(b"%PDF") or len(pdf) < 10_000:
        problems.append("it does not print")
    return problems


def use(browser):
    """Does what a reader does, and looks whether it worked."""
    problems = []
    shown = "Array.from(document.querySelectorAll('article')).filter(a => !a.hidden).map(a => a.lang).join()"
    first = browser.evaluate(shown)
    browser.evaluate("document.querySelector('.languages button[aria-pressed=false]').click()")
    second = browser.evaluate(shown)
    if {first, second} != {"da", "en"} or browser.evaluate("document.documentElement.lang") != second:
        problems.append(f"the language button shows {second} after {first}")
    choices = browser.evaluate(
        "(function () { var s = document.querySelector('article:not([hidden]) .choice select');"
        " if (!s) { return null; } s.selectedIndex = 1; s.dispatchEvent(new Event('change'));"
        " return Array.from(s.closest('.choice').children).filter(c => c.tagName === 'SECTION')"
        ".map(c => c.hidden ? 0 : 1).join(''); })()")
    if choices is not None and (choices.count("1") != 1 or choices[1] != "1"):
        problems.append(f"the list shows {choices}")
    levers = browser.evaluate(
        "(function () { var b = document.querySelector('article:not([hidden]) .levers');"
        " if (!b) { return null; } b.querySelectorAll('input').forEach(function (i) {"
        " i.value = i.max; i.dispatchEvent(new Event('input')); });"
        " var v = Array.from(b.querySelectorAll('section')).filter(s => !s.hidden);"
        " return v.length === 1 && v[0] === b.querySelector('section:last-of-type'); })()")
    if levers is False:
        problems.append("the sliders do not show the last values")
    tip = browser.evaluate(
        "(function () { var t = document.querySelector('[data-tip]'); if (!t) { return document.querySelector('figure svg') ? 'no value is shown anywhere' : ''; }"
        " t.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, clientX: 50, clientY: 200}));"
        " var tip = document.querySelector('.tip'); return !tip.hidden && tip.textContent === t.dataset.tip"
        " ? '' : 'no tip for ' + t.outerHTML.slice(0, 80); })()")
    if tip:
        problems.append(tip)
    return problems


def messages(browser, url):
    problems = []
    for event in browser.events:
        method, parameters = event.get("method"), event.get("params", {})
        if method == "Runtime.consoleAPICalled":
            problems.append(f"console: {parameters['args']}")
        elif method == "Runtime.exceptionThrown":
            problems.append(f"exception: {parameters['exceptionDetails'].get('text')}")
        elif method == "Log.entryAdded":
            problems.append(f"log: {parameters['entry']['text']}")
        elif method == "Network.requestWillBeSent" and parameters["request"]["url"].split("#")[0] != url:
            problems.append(f"request: {parameters['request']['url'][:80]}")
    return problems


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    browser = Browser(program)
    failed = 0
    for name in sys.argv[3:]:
        problems = check(browser, pathlib.Path(name), folder)
        failed += bool(problems)
        print(f"{'failed' if problems else 'passed'}: {pathlib.Path(name).name}")
        for problem in problems:
            print(f"    {problem}")
    browser.close()
    sys.exit(1 if failed else 0)


main()
