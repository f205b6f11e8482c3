using System.Globalization;
using Clientele.Analysis.Forecasting;

namespace Clientele.Practices.Forecasting;

/// <summary>A person's change rate for a client, kept as dated attributes, so that the one in force on any day is known.</summary>
internal static class ForecastAttributes
{
    private const string Rate = "core.forecast_rate";
    private const string Author = "core.forecast_author";
    private const string Reason = "core.forecast_reason";
    private const string Until = "core.forecast_until";

    public static IReadOnlyList<AttributeDefinition> All { get; } =
    [
        new() { Name = Rate, Title = new("Forecast change rate, set by hand", "人工预测变动率"), Kind = ValueKind.Number },
        new() { Name = Author, Title = new("Who set the change rate", "变动率调整人") },
        new() { Name = Reason, Title = new("Why the change rate was set", "变动率调整理由") },
        new() { Name = Until, Title = new("Last day the change rate holds", "变动率失效日"), Kind = ValueKind.Date },
    ];

    public static IReadOnlyList<string> Names { get; } = [Rate, Author, Reason, Until];

    /// <summary>The override of a client, or why it is refused; <see langword="null"/> when there is none.</summary>
    public static Finding<RateOverride>? Of(InsightClient client, DateOnly day) => client.Number(Rate) is not { } rate ? null
        : new RateOverride((double)rate, client.Text(Author) ?? "", client.Text(Reason) ?? "", DateOnly.MinValue, DateOnly.TryParse(client.Text(Until), CultureInfo.InvariantCulture, out var until) ? until : day).Check();
}
