namespace Clientele;

/// <summary>Gives everything stored under one name another name: its values, facts, history or archive entries.</summary>
/// <remarks>Under the new name nothing may be stored yet that would have to be merged: the migration then fails, and nothing is changed. Stages of matters are folded anew from touchpoints and need no migration.</remarks>
public sealed record RenameData : DataChange
{
    /// <summary>Creates the change.</summary>
    /// <param name="what">What the name names.</param>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    /// <exception cref="ClienteleException">A name is not qualified, or both are the same.</exception>
    public RenameData(StoredName what, string from, string to)
    {
        (What, From, To) = (what, Require.Name(from), Require.Name(to));
        Require.That(from != to, $"'{from}' cannot be renamed to itself.");
    }

    /// <summary>What the name names.</summary>
    public StoredName What { get; }

    /// <summary>The old name.</summary>
    public string From { get; }

    /// <summary>The new name.</summary>
    public string To { get; }

    /// <inheritdoc/>
    public override LocalizedText Sentence => new($"rename {What.Title().En} {From} to {To}", $"{What.Title().Zh} {From} 改名为 {To}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [From, To];

    /// <inheritdoc/>
    public override bool Loses => false;
}

/// <summary>Gives a segment another name in the history of its scheme.</summary>
/// <remarks>The scheme is named as it is called when the change is applied. No client may be in both segments' history on one day.</remarks>
public sealed record RenameSegment : DataChange
{
    /// <summary>Creates the change.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="from">The old name of the segment.</param>
    /// <param name="to">The new name of the segment.</param>
    /// <exception cref="ClienteleException">A name is not of its form, or both are the same.</exception>
    public RenameSegment(string scheme, string from, string to)
    {
        (Scheme, From, To) = (Require.Name(scheme), Require.LocalName(from), Require.LocalName(to));
        Require.That(from != to, $"'{from}' cannot be renamed to itself.");
    }

    /// <summary>The scheme.</summary>
    public string Scheme { get; }

    /// <summary>The old name of the segment.</summary>
    public string From { get; }

    /// <summary>The new name of the segment.</summary>
    public string To { get; }

    /// <inheritdoc/>
    public override LocalizedText Sentence => new($"rename segment {From} of {Scheme} to {To}", $"{Scheme} 的细分 {From} 改名为 {To}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [Scheme];

    /// <inheritdoc/>
    public override bool Loses => false;
}

/// <summary>Gives a detail of a kind of touchpoint another name.</summary>
/// <remarks>A touchpoint that has a detail of the new name already makes the migration fail.</remarks>
public sealed record RenameDetail : DataChange
{
    /// <summary>Creates the change.</summary>
    /// <param name="kind">The kind of touchpoint.</param>
    /// <param name="from">The old name of the detail.</param>
    /// <param name="to">The new name of the detail.</param>
    /// <exception cref="ClienteleException">A name is not of its form, or both are the same.</exception>
    public RenameDetail(string kind, string from, string to)
    {
        (Kind, From, To) = (Require.Name(kind), Require.LocalName(from), Require.LocalName(to));
        Require.That(from != to, $"'{from}' cannot be renamed to itself.");
    }

    /// <summary>The kind of touchpoint.</summary>
    public string Kind { get; }

    /// <summary>The old name of the detail.</summary>
    public string From { get; }

    /// <summary>The new name of the detail.</summary>
    public string To { get; }

    /// <inheritdoc/>
    public override LocalizedText Sentence => new($"rename detail {From} of {Kind} to {To}", $"{Kind} 的明细 {From} 改名为 {To}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [Kind];

    /// <inheritdoc/>
    public override bool Loses => false;
}
