"""A stemmer goes in as Python; the same stemmer comes out as JavaScript, statement by statement.

Snowball's compiler writes stemmers in a small part of Python: classes of constants and methods without arguments,
`if`, `while True`, blocks that are left by raising an error of their own, numbers, texts and calls. That part is all
that is known here; anything else raises TranslationError, so that what a browser runs is never a guess.
"""

from __future__ import annotations

import ast
import json


class TranslationError(Exception):
    """Something in the source that is not known here; the message says what."""


def translated(source: str) -> tuple[str, str]:
    """Give the name of the stemmer's class and the class as JavaScript, of a base that is called `Stemmer`."""
    classes = [one for one in ast.parse(source).body if isinstance(one, ast.ClassDef)]
    found = [one for one in classes if [ast.unparse(base) for base in one.bases] == ["BaseStemmer"]]
    if len(found) != 1:
        message = "there is not one class of a stemmer"
        raise TranslationError(message)
    return found[0].name, _Class(found[0].name).written(found[0])


class _Class:
    """Writes one class."""

    def __init__(self, name: str) -> None:
        self._name = name

    def written(self, given: ast.ClassDef) -> str:
        members = [self._member(one) for one in given.body if not _is_comment(one)]
        return "\n".join([f"class {self._name} extends Stemmer {{", *members, "}", ""])

    def _member(self, given: ast.stmt) -> str:
        match given:
            case ast.FunctionDef(name=name, body=body, args=ast.arguments(args=[_])):
                return f"{_method(name)}() {{\n{_locals(given)}{self._block(body)}}}"
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                return f"{name} = {self._constant(value)};"
        return _unknown(given)

    def _constant(self, given: ast.expr) -> str:
        """Write a constant: sets of letters as a text, what is searched among as lists of text, result and method."""
        match given:
            case ast.Set(elts=letters):
                return json.dumps("".join(str(ast.literal_eval(letter)) for letter in letters))
            case ast.List(elts=items) | ast.Tuple(elts=items):
                return f"[{','.join(map(self._constant, items))}]"
            case ast.Call(func=ast.Name(id="Among"), args=[text, _, result, *method]):
                return f"[{','.join([*map(self._value, (text, result)), *map(_method_named, method)])}]"
        return self._value(given)

    def _block(self, given: list[ast.stmt]) -> str:
        return "".join(f"{self._statement(one)}\n" for one in given)

    def _statement(self, given: ast.stmt) -> str:  # noqa: C901, PLR0911  # a case for each kind
        match given:
            case ast.Assign(targets=[target], value=value):
                return f"{self._value(target)} = {self._value(value)};"
            case ast.AugAssign(target=target, op=ast.Add() | ast.Sub() as sign, value=value):
                return f"{self._value(target)} {_SIGNS[type(sign)]}= {self._value(value)};"
            case ast.Expr(value=ast.Call() as call):
                return f"{self._value(call)};"
            case ast.Return(value=ast.expr() as value):
                return f"return {self._value(value)};"
            case ast.If(test=test, body=body, orelse=others):
                otherwise = f" else {{\n{self._block(others)}}}" if others else ""
                return f"if ({self._value(test)}) {{\n{self._block(body)}}}{otherwise}"
            case ast.While(test=test, body=body, orelse=[]):
                return f"while ({self._value(test)}) {{\n{self._block(body)}}}"
            case ast.For(target=ast.Name(), iter=ast.Tuple(elts=items), body=body, orelse=[]):
                return f"for (let turn = 0; turn < {len(items)}; turn++) {{\n{self._block(body)}}}"
            case ast.Try(
                body=body, handlers=[ast.ExceptHandler(type=ast.Name(id=label), body=[ast.Pass()])],
                orelse=[], finalbody=[],
            ):  # fmt: skip
                return f"{label}: {{\n{self._block(body)}}}"
            case ast.Raise(exc=ast.Call(func=ast.Name(id=label), args=[])):
                return f"break {label};"
            case ast.Break() | ast.Continue() | ast.Pass():
                return _WORDS[type(given)]
        return _unknown(given)

    def _value(self, given: ast.expr) -> str:  # noqa: C901, PLR0911  # a case for each kind
        match given:
            case ast.Constant(value=bool() | int() | str() as value):
                return json.dumps(value)
            case ast.Name(id=name):
                return name
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if owner in ("self", self._name):
                return f"this.{_method(name)}"
            case ast.Subscript(value=value, slice=ast.Slice()):
                return _unknown(value)
            case ast.Subscript(value=value, slice=place):
                return f"{self._value(value)}[{self._value(place)}]"
            case ast.Call(func=ast.Name(id="len"), args=[value]):
                return f"{self._value(value)}.length"
            case ast.Call(func=ast.Attribute() as function, args=values, keywords=[]):
                return f"{self._value(function)}({', '.join(map(self._value, values))})"
            case ast.UnaryOp(op=ast.Not(), operand=value):
                return f"!({self._value(value)})"
            case ast.UnaryOp(op=ast.USub(), operand=value):
                return f"-{self._value(value)}"
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as sign, right=right):
                return f"({self._value(left)} {_SIGNS[type(sign)]} {self._value(right)})"
            case ast.BoolOp(op=ast.Or() | ast.And() as sign, values=values):
                return f"({f' {_SIGNS[type(sign)]} '.join(map(self._value, values))})"
            case ast.Compare(left=left, ops=[sign], comparators=[right]) if type(sign) in _SIGNS:
                return f"{self._value(left)} {_SIGNS[type(sign)]} {self._value(right)}"
        return _unknown(given)


_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Or: "||", ast.And: "&&",
    ast.Eq: "===", ast.NotEq: "!==", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
_WORDS: dict[type[ast.AST], str] = {ast.Break: "break;", ast.Continue: "continue;", ast.Pass: ""}


def _is_comment(given: ast.stmt) -> bool:
    return isinstance(given, ast.Expr) and isinstance(given.value, ast.Constant)


def _method(name: str) -> str:
    return name.lstrip("_")


def _method_named(given: ast.expr) -> str:
    return json.dumps(_method(given.id)) if isinstance(given, ast.Name) else _unknown(given)


def _locals(given: ast.FunctionDef) -> str:
    """Write the names that a method gives to values of its own."""
    names = sorted({one.id for one in ast.walk(given) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)})
    return f"let {', '.join(names)};\n" if names else ""


def _unknown(given: ast.AST) -> str:
    message = f"`{ast.unparse(given).splitlines()[0]}` is not known"
    raise TranslationError(message)
