namespace Clientele;

/// <summary>Something an operator may set for a plugin or an insight: declared with its bounds and its default, so that a wrong value is found before the plugin runs.</summary>
/// <remarks>Immutable and thread-safe. One of <see cref="WholeSetting"/>, <see cref="NumberSetting"/>, <see cref="SwitchSetting"/>, <see cref="TextSetting"/>, <see cref="ChoiceSetting"/>, <see cref="NamesSetting"/> and <see cref="DaySetting"/>.</remarks>
public abstract record Setting
{
    private protected Setting()
    {
    }

    /// <summary>The name inside the section of the plugin or the insight: lower-case letters, digits and underscores, such as <c>visit_months</c>.</summary>
    public required string Name { get => field; init => field = Require.LocalName(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it does and when to change it; <see langword="null"/> where the title says it all.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>Whether its value is shown nowhere: not in a diagnostic, not in a list.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Secret { get; init; }

    /// <summary>What may be written for it, such as <c>a whole number from 1 to 24</c>.</summary>
    public abstract LocalizedText Allowed { get; }

    /// <summary>The default in the form it is written in.</summary>
    public abstract string DefaultText { get; }

    /// <summary>Whether a written value may be given to it.</summary>
    /// <param name="text">The value, numbers and days in invariant form.</param>
    /// <returns>Whether it is of the right type and within bounds.</returns>
    public abstract bool Allows(string text);
}

/// <summary>A setting whose value is of a type.</summary>
/// <typeparam name="T">The type of its value.</typeparam>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract record Setting<T> : Setting
{
    private protected Setting()
    {
    }

    /// <summary>The value where the operator sets none.</summary>
    public required T Default { get; init; }

    /// <summary>Reads a value from its written form.</summary>
    /// <param name="text">The value, numbers and days in invariant form.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is of the right type and within bounds.</returns>
    public abstract bool TryRead(string text, out T value);

    /// <inheritdoc/>
    public override bool Allows(string text) => TryRead(text, out _);
}
