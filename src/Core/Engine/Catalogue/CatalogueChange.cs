using System.Text.Json;

namespace Clientele;

/// <summary>What happens to a name.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It stays, with another definition.</summary>
    Changed,

    /// <summary>It is no longer registered; what is stored under it stays stored and is no longer read.</summary>
    Removed,
}

/// <summary>A difference between two catalogues: what installing, updating or removing a plugin would do.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="What">What the name names, such as <c>touchpoint kind</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="OriginId">Who registers it, or did.</param>
public sealed record CatalogueChange(ChangeKind Kind, string What, string Name, string OriginId)
{
    /// <summary>Whether stored facts may hang on it: a kind, an attribute or a matter type that goes, or whose definition changes.</summary>
    public bool TouchesData => Kind != ChangeKind.Added && What is ("attribute" or "touchpoint kind" or "matter type");

    /// <summary>The difference on one line, as a console prints it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{(Kind switch { ChangeKind.Added => '+', ChangeKind.Removed => '-', _ => '~' })} {What} {Name} ({OriginId})";

    /// <summary>Compares two catalogues by what they define, not by where the definitions are in memory.</summary>
    /// <param name="before">As it is.</param>
    /// <param name="after">As it would be.</param>
    /// <returns>The differences, by what is named and then by name.</returns>
    public static IReadOnlyList<CatalogueChange> Between(Catalogue before, Catalogue after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. Between("attribute", before, after, catalogue => catalogue.Attributes),
            .. Between("attribute", before, after, catalogue => catalogue.ContactAttributes),
            .. Between("touchpoint kind", before, after, catalogue => catalogue.Kinds),
            .. Between("matter type", before, after, catalogue => catalogue.MatterTypes),
            .. Between("measure", before, after, catalogue => catalogue.Measures),
            .. Between("scheme", before, after, catalogue => catalogue.Schemes),
            .. Between("insight", before, after, catalogue => catalogue.Insights),
            .. Between("policy", before, after, catalogue => catalogue.Policies),
            .. Between("guard", before, after, catalogue => catalogue.Guards),
            .. Between("letter", before, after, catalogue => catalogue.Letters),
            .. Between("report", before, after, catalogue => catalogue.Reports),
            .. Between("timing window", before, after, catalogue => catalogue.Windows),
            .. Between("text guard", before, after, catalogue => catalogue.TextGuards),
            .. Between("register", before, after, catalogue => catalogue.Registers),
        ];
    }

    private static IEnumerable<CatalogueChange> Between<T>(string what, Catalogue before, Catalogue after, Func<Catalogue, IReadOnlyDictionary<string, T>> section)
        where T : class
    {
        var (old, young) = (section(before), section(after));
        foreach (var name in old.Keys.Union(young.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!old.TryGetValue(name, out var was))
            {
                yield return new(ChangeKind.Added, what, name, after.OriginOf(name).Id);
            }
            else if (!young.TryGetValue(name, out var becomes))
            {
                yield return new(ChangeKind.Removed, what, name, before.OriginOf(name).Id);
            }
            else if (Text(was) != Text(becomes))
            {
                yield return new(ChangeKind.Changed, what, name, after.OriginOf(name).Id);
            }
        }
    }

    // Records with lists are equal only when they share the lists. The C# of a computed measure cannot be compared and is left out.
    private static string Text(object definition) => $"{definition.GetType().Name} {JsonSerializer.Serialize(definition, definition.GetType())}";
}
