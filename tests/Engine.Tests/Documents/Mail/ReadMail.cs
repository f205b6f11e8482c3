using System.Text.Json;
using Clientele.Import.Tests;

namespace Clientele.Tests.Documents.Mail;

/// <summary>A mail as another program reads it: the parser of Python's standard library.</summary>
internal sealed record ReadMail
{
    private const string Script = """
        import sys, json, email, email.policy
        read = []
        for path in sys.argv[1:]:
            message = email.message_from_bytes(open(path, 'rb').read(), policy=email.policy.default)
            parts = [p for p in message.walk() if not p.is_multipart()]
            read.append({
                'Defects': [str(d) for p in message.walk() for d in p.defects] + [str(d) for h in message.values() for d in h.defects],
                'Headers': [[name, str(value)] for name, value in message.items()],
                'From': [[a.display_name, a.addr_spec] for a in message['From'].addresses],
                'To': [[a.display_name, a.addr_spec] for a in message['To'].addresses],
                'Groups': [g.display_name for g in message['To'].groups],
                'Types': [p.get_content_type() for p in message.walk()],
                'Names': [p.get_filename() or '' for p in parts],
                'Texts': [p.get_content() for p in parts if p.get_content_maintype() == 'text'],
                'Sizes': [len(p.get_payload(decode=True)) for p in parts]})
        print(json.dumps(read))
        """;

    public string[] Defects { get; init; } = [];

    public string[][] Headers { get; init; } = [];

    public string[][] From { get; init; } = [];

    public string[][] To { get; init; } = [];

    public string?[] Groups { get; init; } = [];

    public string[] Types { get; init; } = [];

    public string[] Names { get; init; } = [];

    public string[] Texts { get; init; } = [];

    public int[] Sizes { get; init; } = [];

    public string Header(string name) => Assert.Single(Headers, header => header[0] == name)[1];

    public static async Task<ReadMail> OfAsync(byte[] mail) => (await OfAsync([mail]))[0];

    public static async Task<IReadOnlyList<ReadMail>> OfAsync(IReadOnlyList<byte[]> mails)
    {
        using var folder = new TemporaryFolder();
        var script = folder.Write("read.py", Script);
        var files = mails.Select((mail, index) =>
        {
            var file = folder.File($"{index:0000}.eml");
            File.WriteAllBytes(file, mail);
            return file;
        }).ToList();
        return JsonSerializer.Deserialize<List<ReadMail>>(await Programs.RunAsync("python3", [script, .. files]))!;
    }
}
