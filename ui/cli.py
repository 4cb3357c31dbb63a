"""`shapeseek`: the program. Results on stdout, progress and errors on stderr.

Exit: 0 done, 1 done but some files failed, 2 wrong usage, 3 the library can't be used as asked, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import NoReturn

import click

from engine.errors import ShapeSeekError
from ui.commands.demo import demo, ui
from ui.commands.duplicates import duplicates
from ui.commands.encoders import encoders, formats
from ui.commands.evaluate import evaluate
from ui.commands.index import index
from ui.commands.manage import check, collections, rebuild, remove, stats
from ui.commands.naming import classify, forget, labels, teach
from ui.commands.search import search, similar
from ui.commands.train import align
from ui.commands.transfer import export, import_, reindex


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="shapeseek")
def shapeseek() -> None:
    """Find 3D shapes by text, by image, by both, or by another shape.

    Start with `shapeseek index FOLDER`, then `shapeseek search "a chair with armrests"` or `shapeseek ui`.
    """


for command in (index, search, similar, classify, teach, forget, labels, duplicates):
    shapeseek.add_command(command)
for command in (collections, remove, stats, check, rebuild, reindex, export, import_):
    shapeseek.add_command(command)
for command in (demo, ui, encoders, formats, align, evaluate):
    shapeseek.add_command(command)


def main() -> None:
    """Run the program; turn errors of ours into one line and an exit code."""
    try:
        code = shapeseek(standalone_mode=False)
        sys.stdout.flush()
    except ShapeSeekError as error:
        click.echo(f"{click.style('Error:', fg='red', bold=True)} {error}", err=True)
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("Interrupted.", err=True)
        code = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left; nothing more to say
        code = 0
    _leave(code if isinstance(code, int) else 0)


def _leave(code: int) -> NoReturn:
    """End the process at once: everything is closed and written, and taking torch apart would cost another second."""
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)
