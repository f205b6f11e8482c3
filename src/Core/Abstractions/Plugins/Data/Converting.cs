using System.Globalization;

namespace Clientele;

/// <summary>Gives the values of an attribute other values, one for one: for a choice that changes its words, or a text that becomes a choice.</summary>
/// <remarks>A stored value that is not listed makes the migration fail, unless <see cref="Others"/> says what becomes of it.</remarks>
public sealed record ConvertValues : DataChange
{
    /// <summary>Creates the change.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="values">The new value of each old one, in invariant form.</param>
    /// <exception cref="ClienteleException">The name is not qualified, or there are no values.</exception>
    public ConvertValues(string name, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Require.That(values.Count > 0, "A conversion needs at least one value.");
        (Name, Values) = (Require.Name(name), values);
    }

    /// <summary>The attribute.</summary>
    public string Name { get; }

    /// <summary>The new value of each old one.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>The value that takes the place of every value not listed; <see langword="null"/>, the default, when there may be none.</summary>
    public string? Others { get; init; }

    /// <inheritdoc/>
    public override LocalizedText Sentence
    {
        get
        {
            var pairs = string.Join(", ", Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"'{pair.Key}' -> '{pair.Value}'"));
            return new(
                $"convert {Name}: {pairs}{(Others is null ? "" : $", all others -> '{Others}'")}",
                $"转换 {Name} 的值：{pairs}{(Others is null ? "" : $"，其余 -> '{Others}'")}");
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [Name];

    /// <inheritdoc/>
    public override bool Loses => Others is not null || Values.Values.Distinct(StringComparer.Ordinal).Count() < Values.Count;
}

/// <summary>Multiplies the values of a number attribute: for a change of unit, such as from ten thousand yuan to yuan.</summary>
/// <remarks>A stored value that is no number, or a product that cannot be kept exactly, makes the migration fail.</remarks>
public sealed record ScaleValues : DataChange
{
    /// <summary>Creates the change.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="factor">What to multiply by; not 0.</param>
    /// <exception cref="ClienteleException">The name is not qualified, or the factor is 0.</exception>
    public ScaleValues(string name, decimal factor)
    {
        Require.That(factor != 0, "A factor of 0 would lose every value.");
        (Name, Factor) = (Require.Name(name), factor);
    }

    /// <summary>The attribute.</summary>
    public string Name { get; }

    /// <summary>What to multiply by.</summary>
    public decimal Factor { get; }

    /// <inheritdoc/>
    public override LocalizedText Sentence
    {
        get
        {
            var factor = Factor.ToString("0.############################", CultureInfo.InvariantCulture);
            return new($"multiply {Name} by {factor}", $"{Name} 的值乘以 {factor}");
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [Name];

    /// <inheritdoc/>
    public override bool Loses => false;
}

/// <summary>Removes every value of an attribute, past ones as well.</summary>
/// <remarks>An attribute that is merely no longer registered keeps its values, unread; remove them only where they must not be kept.</remarks>
public sealed record RemoveValues : DataChange
{
    /// <summary>Creates the change.</summary>
    /// <param name="name">The attribute.</param>
    /// <exception cref="ClienteleException">The name is not qualified.</exception>
    public RemoveValues(string name) => Name = Require.Name(name);

    /// <summary>The attribute.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override LocalizedText Sentence => new($"remove all values of {Name}", $"删除 {Name} 的全部值");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [Name];

    /// <inheritdoc/>
    public override bool Loses => true;
}
