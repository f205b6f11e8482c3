namespace Clientele.Insights;

/// <summary>An insight with the names of the clients and people it shows.</summary>
/// <param name="Run">The insight.</param>
/// <param name="Names">The names of every client that a cell shows.</param>
public sealed record ShownInsight(InsightRun Run, IReadOnlyDictionary<ClientId, string> Names)
{
    /// <summary>The names of every person that a cell shows.</summary>
    public IReadOnlyDictionary<ContactId, string> People { get; init; } = new Dictionary<ContactId, string>();

    /// <summary>What a cell that holds a client or a person shows; <see langword="null"/> for any other.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The name, or the id of somebody whose name was not read.</returns>
    public string? NameOf(InsightCell cell) => cell switch
    {
        { Client: { } client } => Names.GetValueOrDefault(client) ?? client.ToString(),
        { Contact: { } contact } => People.GetValueOrDefault(contact) ?? contact.ToString(),
        _ => null,
    };
}
