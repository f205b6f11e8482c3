using Clientele.Storage.Writing;

namespace Clientele.Storage.PluginData;

/// <summary>The two tables of attribute values. A name is in one of them; what is done under a name is done to both.</summary>
internal static class AttributeTables
{
    public static readonly IReadOnlyList<AttributeTable> All =
    [
        new("client_attribute", "client_id", "INSERT INTO client_change (client_id) SELECT DISTINCT client_id FROM client_attribute WHERE"),
        new("contact_attribute", "contact_id", "INSERT INTO client_change (client_id) SELECT DISTINCT k.client_id FROM contact_attribute a JOIN (SELECT id, client_id FROM contact) k ON k.id = a.contact_id WHERE"),
    ];

    /// <summary>Every value, past and present.</summary>
    public const string Values = "(SELECT name, value FROM client_attribute UNION ALL SELECT name, value FROM contact_attribute)";

    /// <summary>Notes whose facts a change of the values under some names concerns.</summary>
    /// <param name="statements">The batch's statements.</param>
    /// <param name="where">Which names, in SQL.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task NoteAsync(BatchStatements statements, string where, object?[] parameters, CancellationToken cancellationToken)
    {
        foreach (var table in All)
        {
            await statements[$"{table.Changed} {where}"].With(parameters).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>A table of attribute values.</summary>
/// <param name="Name">The table.</param>
/// <param name="Subject">The column of whose they are.</param>
/// <param name="Changed">Notes the clients concerned; a condition follows.</param>
internal sealed record AttributeTable(string Name, string Subject, string Changed);
