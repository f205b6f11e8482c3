namespace Clientele;

/// <summary>Identifies a touchpoint.</summary>
/// <param name="Value">The identifier. The default, all zeros, identifies nothing and is refused where an id is required.</param>
public readonly record struct TouchpointId(Guid Value) : IComparable<TouchpointId>
{
    /// <summary>The id of the touchpoint that a source knows under an external id: the same on every machine and in every order of import.</summary>
    /// <param name="source">Where the touchpoint comes from, such as the name of a register or a system.</param>
    /// <param name="externalId">Its id there.</param>
    /// <returns>A version 8 UUID (RFC 9562) taken from the SHA-256 of both.</returns>
    public static TouchpointId From(string source, string externalId)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(externalId);
        return new(DerivedId.From("touchpoint", source, externalId));
    }

    /// <summary>An id for a touchpoint entered by hand, ordered by the time of entry.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>A version 7 UUID.</returns>
    public static TouchpointId New(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new(Guid.CreateVersion7(time.GetUtcNow()));
    }

    /// <summary>Reads an id in any of the forms <see cref="Guid"/> accepts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id, or the default.</param>
    /// <returns>Whether the text is an id.</returns>
    public static bool TryParse(string? text, out TouchpointId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new(value);
        return known;
    }

    /// <summary>Orders ids by their bytes, as the store does.</summary>
    /// <param name="other">The other id.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(TouchpointId other) => Value.CompareTo(other.Value);

    /// <summary>Whether one id sorts before another.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    /// <returns>The comparison.</returns>
    public static bool operator <(TouchpointId left, TouchpointId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one id sorts after another.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    /// <returns>The comparison.</returns>
    public static bool operator >(TouchpointId left, TouchpointId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one id sorts before another or equals it.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    /// <returns>The comparison.</returns>
    public static bool operator <=(TouchpointId left, TouchpointId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one id sorts after another or equals it.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    /// <returns>The comparison.</returns>
    public static bool operator >=(TouchpointId left, TouchpointId right) => left.CompareTo(right) >= 0;

    /// <summary>The id in the usual form of 36 characters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value.ToString();
}
