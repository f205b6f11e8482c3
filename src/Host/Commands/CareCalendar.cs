using System.CommandLine;
using System.Text;
using Clientele.Calendars;

namespace Clientele.Host.Commands;

/// <summary><c>clientele care calendar</c>: the follow-ups as an iCalendar file.</summary>
internal static class CareCalendar
{
    public static Command Build(CommandRunner runner)
    {
        var owner = new Option<string>("--owner") { Description = runner.Say("Only the follow-ups of this owner.", "只含该负责人的跟进。"), HelpName = "NAME" };
        var ahead = new Option<int>("--ahead") { Description = runner.Say("How many days to look ahead.", "向前看的天数。"), DefaultValueFactory = _ => 90, HelpName = "DAYS" };
        var output = new Option<string>("--output") { Description = runner.Say("The file to write; output/follow-ups.ics of the workspace by default.", "输出文件，默认工作区的 output/follow-ups.ics。"), HelpName = "FILE" };
        return runner.Command("calendar", "Write the follow-ups as an iCalendar file (.ics) that ordinary calendars open.", "将跟进导出为日历软件可打开的 iCalendar 文件（.ics）。", (run, token) => WriteAsync(run, run.Value(owner), run.Value(ahead), run.Value(output), token), owner, ahead, output);
    }

    private static async Task<int> WriteAsync(Run run, string? owner, int ahead, string? output, CancellationToken cancellationToken)
    {
        var due = await DueFollowUps.ReadAsync(run, ahead, cancellationToken).ConfigureAwait(false);
        var events = due.Where(one => owner is null || one.FollowUp.Owner == owner)
            .OrderBy(one => one.FollowUp.DueOn).ThenBy(one => one.FollowUp.Id)
            .Select(one => Event(run, one)).ToList();
        var title = run.Say("Follow-ups", "客户跟进");
        var path = Path.GetFullPath(output ?? Path.Combine(run.Workspace.Output, "follow-ups.ics"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, CalendarFeed.Write(owner is null ? title : $"{title} · {owner}", events, run.AsOf), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
        await run.CardAsync(
            new Printing.Listing<(int Count, string Path)>(
                new("follow_ups", new("Follow-ups", "跟进"), written => written.Count),
                new("file", new("File", "文件"), written => written.Path)),
            (events.Count, path)).ConfigureAwait(false);
        return 0;
    }

    // The id of a follow-up follows from what asks for it, so a calendar that reads the feed again moves the event rather than adding another.
    private static FeedEvent Event(Run run, DueFollowUp one) => new()
    {
        Uid = one.FollowUp.Id.ToString(),
        Day = one.FollowUp.DueOn,
        Summary = run.Say($"{one.What(run)}: {one.Client.Name}", $"{one.What(run)}：{one.Client.Name}"),
        Description = one.FollowUp.Owner.Length > 0
            ? run.Say($"{one.Why(run)}\nOwner: {one.FollowUp.Owner}", $"{one.Why(run)}\n负责人：{one.FollowUp.Owner}")
            : one.Why(run),
    };
}
