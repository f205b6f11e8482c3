using System.Globalization;

namespace Clientele.Templating;

/// <summary>What may differ from one render of a template to the next. Everything is fixed by default, so the same data give the same text.</summary>
/// <remarks>Immutable; may be shared between renders and threads.</remarks>
public sealed record RenderOptions
{
    /// <summary>The options used where none are given.</summary>
    public static RenderOptions Default { get; } = new();

    /// <summary>How numbers and names of months and days are written.</summary>
    /// <value>The default is the invariant culture.</value>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The clock behind <c>date.now</c> and <c>date.utc_now</c>.</summary>
    /// <value>The default is none: a template that asks for the time fails, because its output could not be repeated.</value>
    public TimeProvider? Clock { get; init; }

    /// <summary>The zone in which instants are shown and parsed.</summary>
    /// <value>The default is UTC.</value>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Where <c>math.random</c> and <c>math.uuid</c> start.</summary>
    /// <value>The default is 0.</value>
    public int Seed { get; init; }

    /// <summary>The line break that the engine itself writes (only <c>tablerow</c> does).</summary>
    /// <value>The default is a line feed.</value>
    public string NewLine { get; init; } = "\n";

    /// <summary>Limits of this render.</summary>
    /// <value>The default is the engine's <see cref="TemplateOptions.Budget"/>.</value>
    public TemplateBudget? Budget { get; init; }
}
