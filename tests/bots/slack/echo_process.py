"""A bare Bolt bot that says back what it hears: `python -m tests.bots.slack.echo_process API_URL FOLDER`."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient


async def main(api_url: str, _folder: str) -> None:
    app = AsyncApp(client=AsyncWebClient(token="xoxb-test", base_url=api_url))

    @app.event("message")
    async def echo(event: dict[str, Any], say: Callable[[str], Awaitable[object]]) -> None:
        await say(event["text"])

    await AsyncSocketModeHandler(app, "xapp-test").start_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
