namespace Clientele.DesignInstitute;

/// <summary>The year's plan of each key client, track by track: what was done of it, what is missing, and which track nobody touched for long.</summary>
internal sealed class KeyClientPlan(IReadOnlyList<(string Track, LocalizedText Title)> tracks) : IInsightComputation
{
    public const string Name = "design_institute.key_client_plan";

    private static readonly WholeSetting Quiet = new() { Name = "quiet_days", Title = new("Days without a touch after which a track is an alert", "多少天没有触点即提醒"), Default = 182, Least = 1, Most = 3_660 };

    public static Insight Of(IReadOnlyList<(string Track, LocalizedText Title)> tracks) => new()
    {
        Name = Name,
        Title = new("Plan of key clients, track by track", "重点客户维护计划完成情况"),
        Description = new(
            "Touches of each track done of those planned this year; each one missing is a gap to fill. Only touches of a track's own kind count, and too much of one does not make up for another.",
            "本年各项计划完成情况，每缺一次列为一项缺口；只计本项触点，不以多补少。"),
        Source = "Key-client maintenance, text 000",
        Reads = [.. tracks.SelectMany(track => new[] { Planned(track.Track), Done(track.Track), Since(track.Track) }), "design_institute.key_care_coverage"],
        Settings = [Quiet],
        Computation = new KeyClientPlan(tracks),
    };

    public static string Since(string track) => $"design_institute.{track}_days_since";

    private static string Planned(string track) => $"design_institute.planned_{track}";

    private static string Done(string track) => $"design_institute.{track}_this_year";

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (rows, gaps, overall) = (new List<InsightRow>(), new List<InsightRow>(), new List<decimal>());
        var alerts = 0;
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (client.Number("design_institute.key_care_coverage") is { } coverage)
            {
                overall.Add(coverage);
            }

            foreach (var (track, title) in tracks)
            {
                if (client.Number(Planned(track)) is not { } planned || planned <= 0)
                {
                    continue;
                }

                var (done, since) = (client.Number(Done(track)) ?? 0, client.Number(Since(track)));
                var quiet = since is null || since > input.Setting(Quiet);
                alerts += quiet ? 1 : 0;
                rows.Add(new InsightRow(client.Id, title, planned, done, Math.Round(Math.Min(1, done / planned), 6), since, quiet ? new LocalizedText("no touch for long", "久无触点") : null) { Clients = [client.Id] });
                for (var missing = 1; missing <= planned - done; missing++)
                {
                    gaps.Add(new InsightRow(client.Id, title, (long)missing) { Clients = [client.Id] });
                }
            }
        }

        return rows.Count == 0 ? Nothing("No key client has a plan for this year.", "本年没有重点客户制定维护计划。") : new InsightResult
        {
            Figures =
            [
                new("overall", new("Plan kept, mean of the clients", "计划总完成率（平均）"), overall.Count == 0 ? null : Math.Round(overall.Average(), 6), MeasureUnit.Ratio),
                new("gaps", new("Touches missing", "缺口次数"), gaps.Count, MeasureUnit.Count),
                new("quiet", new("Tracks without a touch for long", "久无触点的项目"), alerts, MeasureUnit.Count) { Alert = alerts > 0 },
            ],
            Tables =
            [
                new(
                    "tracks",
                    new("Tracks", "各项完成情况"),
                    [Column("client", "Client", "客户"), Column("track", "Track", "项目"), Column("planned", "Planned", "计划", MeasureUnit.Count), Column("done", "Done", "完成", MeasureUnit.Count), Column("coverage", "Kept", "完成率", MeasureUnit.Ratio), Column("since", "Days since the last", "距上次天数", MeasureUnit.Days), Column("alert", "Alert", "提醒")],
                    rows),
                new("gaps", new("Touches to make", "待补触点"), [Column("client", "Client", "客户"), Column("track", "Track", "项目"), Column("number", "No.", "序号")], gaps),
            ],
        };
    }
}
