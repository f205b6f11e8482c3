using System.Globalization;

namespace Clientele;

/// <summary>A whole number within bounds.</summary>
public sealed record WholeSetting : Setting<int>
{
    /// <summary>The least value.</summary>
    /// <value>The default is 0.</value>
    public int Least { get; init; }

    /// <summary>The greatest value.</summary>
    /// <value>The default is 2,147,483,647.</value>
    public int Most { get; init; } = int.MaxValue;

    /// <inheritdoc/>
    public override LocalizedText Allowed => new(string.Create(CultureInfo.InvariantCulture, $"a whole number from {Least} to {Most}"), string.Create(CultureInfo.InvariantCulture, $"{Least}至{Most}的整数"));

    /// <inheritdoc/>
    public override string DefaultText => Default.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool TryRead(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= Least && value <= Most;
}

/// <summary>A decimal number within bounds.</summary>
public sealed record NumberSetting : Setting<decimal>
{
    /// <summary>The least value.</summary>
    /// <value>The default is 0.</value>
    public decimal Least { get; init; }

    /// <summary>The greatest value.</summary>
    /// <value>The default is 1,000,000,000,000.</value>
    public decimal Most { get; init; } = 1_000_000_000_000m;

    /// <inheritdoc/>
    public override LocalizedText Allowed => new(string.Create(CultureInfo.InvariantCulture, $"a number from {Least} to {Most}"), string.Create(CultureInfo.InvariantCulture, $"{Least}至{Most}的数"));

    /// <inheritdoc/>
    public override string DefaultText => Default.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool TryRead(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value >= Least && value <= Most;
}

/// <summary>On or off.</summary>
public sealed record SwitchSetting : Setting<bool>
{
    /// <inheritdoc/>
    public override LocalizedText Allowed { get; } = new("true or false", "true或false");

    /// <inheritdoc/>
    public override string DefaultText => Default ? "true" : "false";

    /// <inheritdoc/>
    public override bool TryRead(string text, out bool value) => bool.TryParse(text, out value);
}

/// <summary>A text.</summary>
public sealed record TextSetting : Setting<string>
{
    /// <summary>How many characters it may have.</summary>
    /// <value>The default is 1,000.</value>
    public int MostCharacters { get; init; } = 1_000;

    /// <inheritdoc/>
    public override LocalizedText Allowed => new(string.Create(CultureInfo.InvariantCulture, $"a text of up to {MostCharacters} characters"), string.Create(CultureInfo.InvariantCulture, $"不超过{MostCharacters}个字符的文本"));

    /// <inheritdoc/>
    public override string DefaultText => Default;

    /// <inheritdoc/>
    public override bool TryRead(string text, out string value)
    {
        value = text;
        return text is not null && text.Length <= MostCharacters;
    }
}

/// <summary>One of a fixed list of values.</summary>
public sealed record ChoiceSetting : Setting<string>
{
    /// <summary>The permitted values, in the order to show; at least one.</summary>
    public required IReadOnlyList<Choice> Choices { get => field; init => field = Require.NotEmpty(value); }

    /// <inheritdoc/>
    public override LocalizedText Allowed => new("one of " + string.Join(", ", Choices.Select(choice => choice.Value)), "下列之一：" + string.Join('、', Choices.Select(choice => choice.Value)));

    /// <inheritdoc/>
    public override string DefaultText => Default;

    /// <inheritdoc/>
    public override bool TryRead(string text, out string value)
    {
        value = text;
        return Choices.Any(choice => choice.Value == text);
    }
}

/// <summary>A day, written as <c>2026-03-31</c>.</summary>
public sealed record DaySetting : Setting<DateOnly>
{
    /// <inheritdoc/>
    public override LocalizedText Allowed { get; } = new("a day such as 2026-03-31", "日期，如2026-03-31");

    /// <inheritdoc/>
    public override string DefaultText => Default.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool TryRead(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}

/// <summary>What the names of a <see cref="NamesSetting"/> name.</summary>
public enum SettingNames
{
    /// <summary>Measures and numeric attributes.</summary>
    Measures,

    /// <summary>Schemes.</summary>
    Schemes,
}

/// <summary>Registered names, parted by commas, for an insight whose measures or scheme an operator chooses, those of plugins included.</summary>
/// <remarks>Whether the names are registered is judged when the insight is computed. A plugin's own setting of this kind is judged by its form alone.</remarks>
public sealed record NamesSetting : Setting<IReadOnlyList<string>>
{
    /// <summary>What the names name.</summary>
    /// <value>The default is <see cref="SettingNames.Measures"/>.</value>
    public SettingNames Of { get; init; }

    /// <summary>The fewest names.</summary>
    /// <value>The default is 1; 0 allows an empty value.</value>
    public int Least { get; init; } = 1;

    /// <summary>The most names.</summary>
    /// <value>The default is 1.</value>
    public int Most { get; init; } = 1;

    /// <inheritdoc/>
    public override LocalizedText Allowed => (Of, Least, Most) switch
    {
        (SettingNames.Schemes, 1, 1) => new("a scheme", "一个分类法"),
        (SettingNames.Schemes, 0, 1) => new("a scheme, or nothing", "一个分类法，或留空"),
        (SettingNames.Schemes, _, _) => new(string.Create(CultureInfo.InvariantCulture, $"{Least} to {Most} schemes, parted by commas"), string.Create(CultureInfo.InvariantCulture, $"{Least}至{Most}个分类法，以逗号分隔")),
        (_, 1, 1) => new("a measure or a numeric attribute", "一个指标或数值属性"),
        (_, 0, 1) => new("a measure or a numeric attribute, or nothing", "一个指标或数值属性，或留空"),
        _ => new(string.Create(CultureInfo.InvariantCulture, $"{Least} to {Most} measures or numeric attributes, parted by commas"), string.Create(CultureInfo.InvariantCulture, $"{Least}至{Most}个指标或数值属性，以逗号分隔")),
    };

    /// <inheritdoc/>
    public override string DefaultText => string.Join(',', Default);

    /// <inheritdoc/>
    public override bool TryRead(string text, out IReadOnlyList<string> value)
    {
        value = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return value.Count >= Least && value.Count <= Most && value.All(Require.IsName) && value.Distinct(StringComparer.Ordinal).Count() == value.Count;
    }
}
