"""Set up Thi đua Desktop beside this file and run it, the same way on Debian and Windows.

    python3 run.py                 set up, make the sample year in out/ and open its window
    python3 run.py test [ARGS]     set up the tools too, then every check and the tests
    python3 run.py lint            the checks without the tests
    python3 run.py bench [ARGS]    the measurements
    python3 run.py COMMAND ...     anything else is handed to the program: plan list, check, ...

Only the standard library is used, and no syntax newer than Python 3.7, so that an old Python
still reaches the sentence that says what is needed. Everything is said on standard error:
standard output belongs to the program, whose ``--json`` answers must stay alone there.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).absolute().parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
OUT = ROOT / "out"
RUNTIME = ROOT / ".ci" / "requirements.txt"
DEVELOPMENT = ROOT / ".ci" / "requirements-dev.txt"  # holds all of RUNTIME too

OLDEST, NEWEST = (3, 11), (3, 13)
BAD_SETUP = 3  # the program's own exit code for "the machine is not fit"

# What a slim Debian lacks, by the file that Qt asks for (each found missing one at a time).
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {"libwayland-cursor.so.0": "libwayland-cursor0"}
# Programs with which tests look at the papers and at a real window.
TEST_PROGRAMS = {
    "/usr/bin/pdftotext": "poppler-utils",
    "/usr/lib/libreoffice/program/libsclo.so": "libreoffice-calc",
    "/usr/lib/libreoffice/program/libswlo.so": "libreoffice-writer",
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/xauth": "xauth",
}

# -P: a folder named like ours where the person happens to be must not be taken for the program.
LAUNCHER = (
    "thidua-desktop",
    '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -P -m thidua_desktop "$@"\n',
)
WINDOWS_LAUNCHER = ("thidua-desktop.cmd", '@"%~dp0python.exe" -P -m thidua_desktop %*\n')

LINT = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    (
        "lint-imports",
        ["-c", "from importlinter.cli import lint_imports_command as main; main()"],
    ),
)


class SetupError(Exception):
    """The machine is not ready; the text tells the person what to do."""


def say(text: str) -> None:
    """Tell the person at the keyboard something."""
    print(text, file=sys.stderr, flush=True)


def is_supported() -> bool:
    """Whether the program's libraries exist for the running Python."""
    return OLDEST <= sys.version_info[:2] <= NEWEST


def run_with_another_python(arguments: list[str]) -> int:
    """Start again with a supported Python of this machine, or say in words that there is none."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which("python3." + str(minor))
        # A version manager may have left a name behind that leads to nothing.
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return call([found, str(ROOT / "run.py"), *arguments])
    mine = ".".join(map(str, sys.version_info[:3]))
    say(f"Chương trình cần Python 3.11, 3.12 hoặc 3.13; máy đang dùng Python {mine}.")
    say("Hãy cài Python 3.13 rồi chạy lại lệnh này.")
    say(f"This program needs Python 3.11, 3.12 or 3.13; this is Python {mine}.")
    return BAD_SETUP


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def child_environment() -> dict[str, str]:
    """The environment for children: our libraries only, UTF-8, and no screen where there is none.

    Without compiled files every start takes 2.6 times as long, so the wish not to write them
    is not passed on. Without a screen Qt would abort the process unless told to go without.
    """
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH"}
    environment = {name: value for name, value in os.environ.items() if name not in dropped}
    environment["PYTHONIOENCODING"] = "utf-8"
    if not has_screen():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def call(command: list[str], *, quiet: bool = False, folder: Path | None = None) -> int:
    """Run a program to its end and give its exit code; ``quiet`` keeps standard output free."""
    output = sys.stderr if quiet else None
    code = subprocess.call(command, env=child_environment(), stdout=output, cwd=folder)
    return code if code >= 0 else 128 - code


def needed_libraries() -> dict[str, str]:
    """Libraries that Qt loads on this machine, each with its Debian package."""
    if not sys.platform.startswith("linux"):
        return {}
    libraries = dict(QT_LIBRARIES)
    if os.environ.get("DISPLAY"):
        libraries.update(X11_LIBRARIES)
    if os.environ.get("WAYLAND_DISPLAY"):
        libraries.update(WAYLAND_LIBRARIES)
    return libraries


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Debian packages whose library is not there."""
    return sorted(package for name, package in libraries.items() if not loads(name))


def is_root() -> bool:
    """Whether this process may install Debian packages."""
    return sys.platform != "win32" and os.geteuid() == 0


def install_packages(packages: list[str]) -> None:
    """Install Debian packages, or say the exact line that does."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    line = " ".join(install)
    if shutil.which("apt-get") is None:
        raise SetupError("Máy còn thiếu: " + ", ".join(packages) + ". Hãy cài rồi chạy lại.")
    if not is_root():
        raise SetupError(f"Máy còn thiếu thư viện. Hãy gõ lệnh sau rồi chạy lại:\n  sudo {line}")
    say("Đang cài vào máy: " + ", ".join(packages) + " …")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    # A repository that does not answer need not stop what the others have.
    call(["apt-get", "update", "-q"], quiet=True)
    if call([*install, "-q"], quiet=True) != 0:
        raise SetupError(f"Không cài được. Hãy kiểm tra mạng, hoặc tự gõ:\n  {line}")


def require_libraries() -> None:
    """See to it that Qt can be loaded on this machine."""
    libraries = needed_libraries()
    missing = missing_packages(libraries)
    if missing:
        install_packages(missing)
        missing = missing_packages(libraries)
    if missing:
        raise SetupError("Đã cài nhưng máy vẫn chưa tìm thấy: " + ", ".join(missing) + ".")


def offer_test_programs() -> None:
    """Install what some tests look through; without it those tests are skipped, and it is said."""
    if not sys.platform.startswith("linux"):
        return
    missing = [name for path, name in TEST_PROGRAMS.items() if not Path(path).exists()]
    missing += missing_packages(X11_LIBRARIES)
    if not missing:
        return
    try:
        install_packages(missing)
    except SetupError as error:
        say(str(error))
        say("Các bài kiểm thử cần những gói này sẽ được bỏ qua.")


def venv_path(kind: str) -> Path:
    """A folder of the environment: ``scripts`` or ``purelib``."""
    base = {"base": str(VENV), "platbase": str(VENV)}
    return Path(sysconfig.get_path(kind, "venv", vars=base))


def venv_python() -> Path:
    """The environment's interpreter."""
    return venv_path("scripts") / ("python.exe" if sys.platform == "win32" else "python")


def fingerprint(requirements: Path) -> str:
    """The hash of a requirements file, however its lines end."""
    return hashlib.sha256(requirements.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def installed_packages() -> list[str]:
    """Names and versions found in the environment."""
    return sorted(path.name for path in venv_path("purelib").glob("*.dist-info"))


def identity() -> dict[str, str]:
    """What an environment is tied to: its paths are absolute and its libraries compiled."""
    return {"root": str(ROOT), "python": "{}.{}".format(*sys.version_info[:2])}


def read_stamp() -> dict[str, str]:
    """The fingerprints of what was installed whole; empty if the environment can't be trusted."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        whole = set(stamp["packages"]) <= set(installed_packages())
        if stamp["identity"] == identity() and venv_python().exists() and whole:
            return dict(stamp["installed"])
    except (OSError, ValueError, KeyError, TypeError):
        pass  # never finished, or not ours: made anew
    return {}


def write_stamp(installed: dict[str, str]) -> None:
    """Record, as the last step, that the environment is whole."""
    stamp = {"identity": identity(), "installed": installed, "packages": installed_packages()}
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def make_venv() -> None:
    """Make the environment anew."""
    say("Đang chuẩn bị môi trường Python trong thư mục .venv …")
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships it apart from Python
    except ImportError:
        install_packages(["python3-venv"])
    if VENV.is_dir():
        shutil.rmtree(VENV)
    # Inside the old environment sys.executable would vanish under our feet.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if call([python, "-m", "venv", str(VENV)], quiet=True) != 0:
        raise SetupError("Không tạo được thư mục .venv bên cạnh run.py.")


def install_requirements(requirements: Path) -> None:
    """Install exactly the pinned files, each checked against its hash."""
    say("Đang tải và cài thư viện (chỉ lần đầu, khoảng một đến vài phút) …")
    command = [str(venv_python()), "-m", "pip", "install", "-qq", "--no-input"]
    command += ["--disable-pip-version-check", "--compile", "--only-binary", ":all:"]
    command += ["--require-hashes", "-r", str(requirements)]
    if call(command, quiet=True) != 0:
        raise SetupError("Không cài được thư viện. Hãy kiểm tra mạng rồi chạy lại.")


def link_project() -> None:
    """Make the project importable and startable from the environment, without a build.

    A path in a ``.pth`` file is read in the code page of the machine, which mangles Vietnamese
    folder names on Windows; an ``import`` line with the path's bytes escaped is safe anywhere,
    also where the machine's own alphabet has no such letters.
    """
    root = f"os.fsdecode({os.fsencode(ROOT)!r})"
    line = f"import os, sys; p = {root}; p in sys.path or sys.path.insert(0, p)\n"
    (venv_path("purelib") / "thidua_desktop.pth").write_text(line, encoding="ascii")
    name, text = WINDOWS_LAUNCHER if sys.platform == "win32" else LAUNCHER
    path = venv_path("scripts") / name
    path.write_text(text, encoding="ascii")
    path.chmod(0o755)


def prepare(requirements: Path) -> None:
    """See to it that the environment holds exactly what a requirements file asks for."""
    require_libraries()
    wanted = {requirements.name: fingerprint(requirements)}
    if requirements == DEVELOPMENT:
        wanted[RUNTIME.name] = fingerprint(RUNTIME)
    installed = read_stamp()
    if all(installed.get(name) == value for name, value in wanted.items()):
        return
    if not installed:
        make_venv()
    # From here until the new stamp a stop leaves an environment that is made anew next time.
    STAMP.unlink(missing_ok=True)
    install_requirements(requirements)
    link_project()
    write_stamp(wanted)
    say("Đã chuẩn bị xong.")


def run_program(arguments: list[str]) -> int:
    """Hand arguments to the program, in the folder of the person who typed them."""
    return call([str(venv_python()), "-P", "-m", "thidua_desktop", *arguments])


def run_sample_year() -> int:
    """Make a whole year in ``out`` and show it: in a window, or as files where there is none."""
    code = run_program(["demo", "--out", str(OUT)])
    if code != 0:
        return code
    if has_screen():
        return run_program(["--data", str(OUT / "data")])
    say(f"Máy không có màn hình. Dữ liệu và văn bản của năm mẫu ở: {OUT}")
    for folder in sorted({path.parent for path in OUT.rglob("*.png")}):
        say(f"Ảnh các trang ở: {folder}")
    return 0


def run_steps(steps: list[tuple[str, list[str]]]) -> int:
    """Run every step, whatever the one before said, and sum up in one line."""
    failed = []
    for name, arguments in steps:
        say(f"== {name}")
        if call([str(venv_python()), *arguments], folder=ROOT) != 0:
            failed.append(name)
    names = ", ".join(failed or [name for name, _ in steps])
    say(f"KHÔNG ĐẠT: {names}." if failed else f"Đạt cả: {names}.")
    return 1 if failed else 0


def run_job(arguments: list[str]) -> int:
    """Choose the job by the first word; words that are not ours belong to the program."""
    word = arguments[0] if arguments else ""
    if word in {"test", "lint", "bench"}:
        prepare(DEVELOPMENT)
        if word == "bench":
            return run_steps([("bench", ["-m", "tests.bench", *arguments[1:]])])
        if word == "lint":
            return run_steps(list(LINT))
        offer_test_programs()
        return run_steps([*LINT, ("pytest", ["-m", "pytest", "-n", "2", *arguments[1:]])])
    prepare(RUNTIME)
    return run_program(arguments) if arguments else run_sample_year()


def main(arguments: list[str]) -> int:
    """Do the job and give the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe would otherwise take the code page, which has no Vietnamese letters.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if not is_supported():
        return run_with_another_python(arguments)
    try:
        return run_job(arguments)
    except SetupError as error:
        say(str(error))
        return BAD_SETUP
    except OSError as error:
        say(f"Không chuẩn bị được chương trình: {error}")
        return BAD_SETUP
    except KeyboardInterrupt:
        say("Đã dừng theo yêu cầu.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
