namespace Clientele;

/// <summary>Identifies a version of an entry of a register.</summary>
/// <param name="Value">The identifier. The default, all zeros, identifies nothing and is refused where an id is required.</param>
public readonly record struct RegisterEntryId(Guid Value) : IComparable<RegisterEntryId>
{
    /// <summary>The id of a version: the same on every machine and in every order of entry.</summary>
    /// <param name="register">The register's name.</param>
    /// <param name="key">The values of its key, joined by U+001F in the order of the key.</param>
    /// <param name="version">The number of the version, from 1.</param>
    /// <returns>A version 8 UUID (RFC 9562) taken from the SHA-256 of all three.</returns>
    public static RegisterEntryId From(string register, string key, int version)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return new(DerivedId.From("register", register, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}\u001F{version}")));
    }

    /// <summary>Reads an id in any of the forms <see cref="Guid"/> accepts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id, or the default.</param>
    /// <returns>Whether the text is an id.</returns>
    public static bool TryParse(string? text, out RegisterEntryId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new(value);
        return known;
    }

    /// <summary>Orders ids by their bytes, as the store does.</summary>
    /// <param name="other">The other id.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(RegisterEntryId other) => Value.CompareTo(other.Value);

    /// <summary>Whether one id sorts before another.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    /// <returns>The comparison.</returns>
    public static bool operator <(RegisterEntryId left, RegisterEntryId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one id sorts after another.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    /// <returns>The comparison.</returns>
    public static bool operator >(RegisterEntryId left, RegisterEntryId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one id sorts before another or equals it.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    /// <returns>The comparison.</returns>
    public static bool operator <=(RegisterEntryId left, RegisterEntryId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one id sorts after another or equals it.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    /// <returns>The comparison.</returns>
    public static bool operator >=(RegisterEntryId left, RegisterEntryId right) => left.CompareTo(right) >= 0;

    /// <summary>The id in the usual form of 36 characters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value.ToString();
}
