"""A bare discord.py bot that says what it hears: `python -m tests.bots.discord.echo_process API_URL GATEWAY_URL`."""

import asyncio
import sys

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.fakes.discord.server import TOKEN


class Echo(discord.AutoShardedClient):
    async def on_message(self, message: discord.Message) -> None:
        if not message.author.bot:
            await message.channel.send(message.content, allowed_mentions=discord.AllowedMentions.none())

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer()


async def main(api_url: str, gateway_url: str, _folder: str = "") -> None:
    Route.BASE = api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    async with Echo(intents=intents) as client:
        await client.start(TOKEN)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
