"""Whole processes on the same papers: ours, Typst, LibreOffice, WeasyPrint. A peer that is absent is one line.

usage: peers.py FOLDER CCHC FONTS   (FOLDER as `cargo bench --bench peers -- FOLDER` left it)
Each figure is the median of several runs after one that is not counted; memory is the peak of the process.
"""
import importlib.util, os, shutil, statistics, subprocess, sys, tempfile, time
from pathlib import Path

folder, cchc, fonts = (Path(word).resolve() for word in sys.argv[1:4])
PAPERS = ["bao-cao-12", "bao-cao-24", "phu-luc-31", "phu-luc-1000", "phu-luc-10000"]
LONGEST = 180  # seconds; a peer slower than that on a paper is said to be, and not waited for.


def run(args, env):
    """Seconds, peak memory in MiB and exit code of one process; None when it took too long."""
    begin = time.perf_counter()
    process = subprocess.Popen(args, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            return time.perf_counter() - begin, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)
        if time.perf_counter() - begin > LONGEST:
            os.killpg(process.pid, 9)
            os.wait4(process.pid, 0)
            return None
        time.sleep(0.0005)


def measured(args, out, env, runs):
    first = run(args, env)
    if first is None:
        return f"more than {LONGEST} s"
    if first[2] != 0 or not out.exists():
        return f"failed (exit {first[2]})"
    runs = 1 if first[0] > 20 else runs
    rows = [row for row in (run(args, env) for _ in range(runs)) if row]
    seconds = statistics.median(row[0] for row in rows)
    spread = f"{min(row[0] for row in rows) * 1000:.0f}–{max(row[0] for row in rows) * 1000:.0f}"
    return f"{seconds * 1000:9.1f} ms  ({spread})  {max(row[1] for row in rows):7.0f} MiB  {out.stat().st_size / 1024:8.0f} KB", seconds


def peers(work):
    """Name, reason to skip or None, and how a paper is made by it."""
    config = work / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir><cachedir>{work}/cache</cachedir>'
        '<alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias></fontconfig>'
    )
    plain, ours = dict(os.environ), {**os.environ, "FONTCONFIG_FILE": str(config), "HOME": str(work)}
    def has(name):
        return None if importlib.util.find_spec(name) else "not installed"
    typst = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)"
    weasy = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
    out = work / "giay.pdf"
    def report(place):
        return (place / "so/report").read_text()
    return out, [
        ("cchc", None if cchc.exists() else "not built", plain, lambda place: [cchc, "--ledger", place / "so", "report", "pdf", report(place), out]),
        ("typst", has("typst"), plain, lambda place: [sys.executable, "-c", typst, place / "giay.typ", out, fonts]),
        ("LibreOffice", None if shutil.which("soffice") else "not installed", ours,
         lambda place: ["soffice", "--headless", f"-env:UserInstallation=file://{work}/office", "--convert-to", "pdf", "--outdir", work, place / "giay.docx"]),
        ("WeasyPrint", has("weasyprint"), ours, lambda place: [sys.executable, "-c", weasy, place / "giay.html", out]),
    ]


with tempfile.TemporaryDirectory() as work:
    out, all_peers = peers(Path(work))
    bare = sorted(run([sys.executable, "-c", "import typst" if importlib.util.find_spec("typst") else "pass"], dict(os.environ))[0] for _ in range(5))[2]
    print(f"Python's own start with `import typst`, inside typst's figures: {bare * 1000:.1f} ms")
    for name in [peer[0] for peer in all_peers if peer[1]]:
        print(f"skipped: {name} is not here")
    for paper in PAPERS:
        ours = None
        for name, absent, env, command in all_peers:
            if absent:
                continue
            out.unlink(missing_ok=True)
            got = measured([str(word) for word in command(folder / paper)], out, env, 7)
            if isinstance(got, str):
                print(f"{paper:<14} {name:<12} {got}")
                continue
            line, seconds = got
            ours = ours or seconds
            print(f"{paper:<14} {name:<12} {line}  {seconds / ours:6.1f}×", flush=True)
