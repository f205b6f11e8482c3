using System.CommandLine;
using System.Globalization;
using Clientele.Matters;

namespace Clientele.Host.Commands;

/// <summary>The options with which a fact about a matter is entered: day, person, details, amount, note.</summary>
internal sealed class FactOptions(CommandRunner runner)
{
    private readonly Option<DateOnly?> _on = DayOption.Named("--on", runner.Say, "The day it happened; the as-of day by default.", "发生日期，默认基准日。");
    private readonly Option<string> _by = new("--by") { Description = runner.Say("Who did it.", "经办人。"), HelpName = "NAME" };
    private readonly Option<string> _note = new("--note") { Description = runner.Say("What was said or seen.", "沟通内容或现场情况。"), HelpName = "TEXT" };
    private readonly Option<string[]> _details = new("--detail") { Description = runner.Say("A detail, as satisfaction=8; may be given more than once.", "明细，如 satisfaction=8，可重复给出。"), HelpName = "NAME=VALUE" };
    private readonly Option<decimal?> _amount = new("--amount") { Description = runner.Say("The amount it carries.", "金额。"), HelpName = "AMOUNT" };

    public IReadOnlyList<Symbol> All => [_on, _by, _note, _details, _amount];

    public MatterMove Read(Run run, MatterId matter, string kind, string currency) => new()
    {
        Matter = matter,
        Kind = kind,
        On = run.Value(_on) ?? run.AsOf,
        By = run.Value(_by) ?? "",
        Note = run.Value(_note) ?? "",
        Details = Details(run, run.Value(_details) ?? []),
        Amount = run.Value(_amount) is { } amount ? new Money(amount, currency) : null,
    };

    /// <summary>Reads texts of the form <c>name=value</c>.</summary>
    public static IReadOnlyDictionary<string, string> Details(Run run, IReadOnlyList<string> pairs)
    {
        var details = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var end = pair.IndexOf('=', StringComparison.Ordinal);
            details[end > 0 ? pair[..end] : throw new UsageException(run.Say($"'{pair}' is no detail; write it as satisfaction=8.", $"“{pair}”不是明细，请写成 satisfaction=8。"))] = pair[(end + 1)..];
        }

        return details;
    }
}
