"""Calls of commands: what each is for and what is wrong with one, in the language that is spoken."""

import copy
import locale
import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Literal, get_origin

import typer
import typer.core

from bk_gis.errors import Lang, Text
from bk_gis.language.words import say, words

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_UsageError: Any = typer.BadParameter.__bases__[0]
_PlainContext: Any = typer.core.TyperGroup.context_class


def spoken() -> Lang:
    """Find the language to speak: of --lang, else of BK_GIS_LANG, else of the system, else Vietnamese."""
    after = [*sys.argv[1:], ""]
    asked = [part.partition("=")[2] or after[i + 1] for i, part in enumerate(after) if part[:6] == "--lang"]
    for named in (*asked[-1:], os.environ.get("BK_GIS_LANG"), locale.setlocale(locale.LC_CTYPE)):
        if named and (known := re.match("vi|en", named.lower())):
            return "en" if known[0] == "en" else "vi"
    return "vi"


def asked(option: str) -> bool:
    """Whether an option is given that every command takes, anywhere in the call."""
    return option in sys.argv[1:]


def printed(text: str) -> str:
    """Put a sign in the place of what a terminal would obey, or would turn round, in a text of data."""
    return _OBEYED.sub("\ufffd", text)


def told(text: Text) -> str:
    """Say a text in the language to speak."""
    return text.en if spoken() == "en" else text.vi


def _told(section: str, *keys: str) -> str | None:
    """Say the first of some keys that is there."""
    return next((words(section)[key][spoken()] for key in keys if key in words(section)), None)


class _Formatter(_PlainContext.formatter_class):  # type: ignore[misc]
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{_told('click', 'Usage:')} ")


class _Context(_PlainContext):  # type: ignore[misc]
    formatter_class = _Formatter


def only(app: typer.Typer, call: Sequence[str]) -> typer.Typer:
    """Leave but the command that a call begins with, if it is one: to make all ready takes a while."""
    named = [
        one
        for one in app.registered_commands
        if [one.name or getattr(one.callback, "__name__", "")] == call[:1]
    ]
    narrow = copy.copy(app)
    narrow.registered_commands = named or app.registered_commands
    return narrow


class Commands(typer.core.TyperGroup):
    """All commands, with what they and their options are for."""

    context_class = _Context

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        vars(typer.core)["_"] = lambda text: _told("click", text) or text
        _UsageError.show = _show
        everywhere = [option for option in self.params if option.name in ("quiet", "debug")]
        for name, command in {"bk-gis": self, **self.commands}.items():
            command.context_class = _Context
            if command is not self:
                command.params += map(_unread, everywhere)
            command.options_metavar = _told("click", "[OPTIONS]")
            command.help = _told("help_command", name) or command.help
            command.short_help = re.split(r"[;:]|\.$", command.help or "")[0]
            asking: Any = command.get_help_option(_Context(command))
            asking.help = _told("click", "Show this message and exit.")
            _describe(name, command.params)
        self.subcommand_metavar = _told("click", "COMMAND [ARGS]...") or self.subcommand_metavar
        order = list(words("help_command"))
        self.commands = dict(sorted(self.commands.items(), key=lambda item: order.index(item[0])))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Describe what typer adds in the end, too: how to install completion."""
        _describe("bk-gis", self.params)
        super().format_options(ctx, formatter)


def _describe(command: str, options: Iterable[Any]) -> None:
    """Say what options and arguments are for, and what stands for their values."""
    for option in options:
        named = str(option.name)
        option.help = _told("help_option", f"{command} {named}", named) or option.help
        option.metavar = _metavar(command, option)
        if option.param_type_name == "argument":
            option.display_type_rich = lambda **_: None


def _unread(option: Any) -> Any:
    """Make an option that a command takes and does not read; see `asked`."""
    option = copy.copy(option)
    option.expose_value = False
    return option


def _metavar(command: str, option: Any) -> str | None:
    """Name what an option takes; flags take nothing, and a choice names what there is."""
    there = words("metavar")
    named = [key for key in there if option.name in key.split("/") or there[key]["en"] == option.metavar]
    keys = [f"{command} {option.name}", *named]
    takes = getattr(option, "is_flag", False) or get_origin(option.type_descriptor.annotation) is Literal
    return option.metavar if takes else _told("metavar", *keys) or option.metavar


def _show(error: Any, file: object = None) -> None:  # noqa: ARG001 - click's
    """Say what is wrong with a call, and how to read about its command."""
    command = error.ctx.command_path if error.ctx else "bk-gis"
    usage = f"{error.ctx.get_usage()}\n" if error.ctx else ""
    wrong = say("call.wrong", spoken(), why=_why(error), command=command)
    typer.echo(printed(f"{usage}{wrong}"), err=True)


def _why(error: Any) -> str:
    lang, kind, message = spoken(), type(error).__name__, str(error.message)
    quoted, param = re.findall("'([^']*)'", message), getattr(error, "param", None)
    given = quoted[0] if quoted else message.rpartition("(")[2].rstrip(")")
    meant = getattr(error, "possibilities", None) or quoted[1:]
    if param is not None:
        option = " / ".join(param.opts) if param.param_type_name == "option" else param.metavar or param.name
        key = "choice" if "not one of" in message else "value" if kind == "BadParameter" else "missing"
        return say(f"call.{key}", lang, option=option, help=param.help, given=given, choices=", ".join(meant))
    option = getattr(error, "option_name", given)
    known = {"NoSuchOption": "no option", "NoSuchCommand": "no command", "BadOptionUsage": "no value"}
    key = known.get(kind, "no command" if "No such command" in message else "extra")
    hint = say("call.meant", lang, meant=", ".join(meant)) if meant else ""
    if option == "--changes":
        hint = say("call.changes", lang)
    return say(f"call.{key}", lang, option=option) + hint
