"""A real mail server (aiosmtpd) for tests. It keeps every message it took as a file and misbehaves for some recipients.

Usage: smtp_server.py FOLDER [SECONDS]   prints its port on one line, then runs until standard input ends; SECONDS is how long it thinks about each message.
"""
import asyncio, itertools, os, sys
from aiosmtpd.smtp import SMTP

folder = sys.argv[1]
thinking = float(sys.argv[2]) if len(sys.argv) > 2 else 0.0
numbers = itertools.count(1)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 <%s> no such user" % address
        if address.startswith("later"):
            return "451 4.7.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(thinking)
        name = os.path.join(folder, "%06d.eml" % next(numbers))
        with open(name + ".part", "wb") as file:
            file.write(envelope.content)
            file.flush()
            os.fsync(file.fileno())
        os.rename(name + ".part", name)
        print("took %s" % envelope.rcpt_tos[0], flush=True)
        if envelope.rcpt_tos[0].startswith("dropped"):
            server.transport.abort()
            return "250 OK"
        if envelope.rcpt_tos[0].startswith("slow"):
            await asyncio.sleep(3600)
        return "554 5.6.0 content refused" if envelope.rcpt_tos[0].startswith("content") else "250 OK"


async def serve():
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Handler(), hostname="mail.example"), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(serve())
