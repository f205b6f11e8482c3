using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Storage.Migrations;

/// <summary>One step of the schema, as shipped inside the assembly.</summary>
internal sealed record MigrationScript(int Number, string Name, string Sql, string Checksum)
{
    private const string Prefix = "Clientele.Storage.Migrations.";

    public static IReadOnlyList<MigrationScript> All() =>
    [
        .. typeof(MigrationScript).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static MigrationScript Read(string resource)
    {
        using var text = new StreamReader(typeof(MigrationScript).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        // A checkout with other line endings is the same migration.
        var sql = text.ReadToEnd().ReplaceLineEndings("\n");
        var name = resource[Prefix.Length..^".sql".Length];
        return new(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}
