"""Opens the files of own data in LibreOffice, saves them again in several ways, and imports what it saved.

    sheet_check.py SOFFICE SIMREPL EXAMPLE WORK

Whatever LibreOffice makes of the files (its own format, a workbook, CSV, in a Danish or an English office), the scenario
that comes of them must be the same to the byte. The templates must come through too.
"""

import pathlib
import shutil
import subprocess
import sys

OFFICES = {"da": ("da-DK", 1030), "en": ("en-US", 1033)}
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""


def convert(soffice, work, office, kind, files, target, reading=None):
    """Converts files in an office of a language; `kind` and `reading` are LibreOffice's filters."""
    locale, _ = OFFICES[office]
    profile = work / f"profile-{office}"
    user = profile / "user"
    if not user.exists():
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(SETTINGS.format(locale))
    target.mkdir(parents=True, exist_ok=True)
    command = [soffice, f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--convert-to", kind]
    if reading:
        command.append(f"--infilter={reading}")
    command += ["--outdir", str(target)] + [str(file) for file in files]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    missing = [file.stem for file in files if not (target / f"{file.stem}.{kind.split(':')[0]}").exists()]
    assert not missing, f"not converted: {missing}"


def imported(simrepl, folder, language):
    """The scenario that a folder makes, without what is called after the folder."""
    result = subprocess.run(
        [simrepl, "--lang", language, "import", str(folder), "--force"], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return pathlib.Path(f"{folder}.json").read_text()


def main():
    soffice, simrepl, example, work = sys.argv[1:5]
    work = pathlib.Path(work)
    shutil.rmtree(work, ignore_errors=True)
    # The same name throughout, as titles tell it.
    first = work / "as-written" / "tal"
    shutil.copytree(example, first)
    expected = imported(simrepl, first, "da")
    trips = 0
    # An English office shows dates that were read as Danish with the month first.
    for office, language in [("da", 1030), ("en", 1033), ("en", 1030)]:
        token = f"59,34,76,1,,{language},false,true"
        opened = work / f"opened-{office}-{language}"
        files = sorted(first.glob("*.csv"))
        convert(soffice, work, office, "ods", files, opened, reading=f"CSV:{token}")
        books = work / f"books-{office}-{language}"
        convert(soffice, work, office, "xlsx", sorted(opened.glob("*.ods")), books)
        # Semicolons and UTF-8; commas; tabs in UTF-16; one byte a letter: as people save.
        for name, saving in {
            "semicolon": f"59,34,76,1,,{language},false,true,false",
            "comma": f"44,34,76,1,,{language},false,true,false",
            "unicode": f"9,34,65535,1,,{language},false,true,false",
            "windows": f"59,34,1,1,,{language},false,true,false",
        }.items():
            for made in (opened, books):
                suffix = "ods" if made is opened else "xlsx"
                target = work / f"{office}-{language}-{name}-{suffix}" / "tal"
                convert(
                    soffice, work, office, f"csv:Text - txt - csv (StarCalc):{saving}",
                    sorted(made.glob(f"*.{suffix}")), target)
                if imported(simrepl, target, "da") != expected:
                    print(f"{target} makes another scenario than {first}", file=sys.stderr)
                    return 1
                trips += 1
    # A workbook in place of the table is pointed at.
    refused = subprocess.run(
        [simrepl, "--lang", "en", "import", str(work / "books-da-1030"), "--check"], capture_output=True, text=True)
    assert refused.returncode == 1 and "is a workbook; open it" in refused.stderr, refused.stderr
    for language in OFFICES:
        template = work / f"template-{language}"
        subprocess.run([simrepl, "--lang", language, "import", "--template", str(template)], check=True, capture_output=True)
        again = work / f"template-{language}-again"
        separator = "59" if language == "da" else "44"
        token = f"{separator},34,76,1,,{OFFICES[language][1]},false,true"
        convert(
            soffice, work, language, f"csv:Text - txt - csv (StarCalc):{token},false",
            sorted(template.glob("*.csv")), again, reading=f"CSV:{token}")
        empty = subprocess.run([simrepl, "--lang", "en", "import", str(again)], capture_output=True, text=True)
        assert "have only headings and examples" in empty.stderr, empty.stdout + empty.stderr
    print(f"{trips} round trips through LibreOffice make the same scenario; both templates come through")
    return 0


sys.exit(main())
