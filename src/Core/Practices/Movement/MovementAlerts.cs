using System.Globalization;
using Clientele.Analysis.Movement;

namespace Clientele.Practices.Movement;

/// <summary>The movements that ask for somebody's attention, from every angle: what a retention task is opened for.</summary>
internal static class MovementAlerts
{
    public const string Name = "alerts";

    /// <summary>The task that an alert raises. A fall is not repaired by any visit, so it is closed by hand.</summary>
    public static Policy Policy { get; } = new InsightPolicy
    {
        Name = "core.retention_task",
        Title = new("Find out why the client moved, and win it back", "查明客户异动原因并挽留"),
        Insight = "core.movement",
        Table = Name,
        FulfilledBy = [LifeCycle.Playbook.Done],
        Merges = false,
    };

    /// <summary>The clients that moved the wrong way, the most unusual first.</summary>
    public static InsightTable Table(IReadOnlyDictionary<MovementAngle, MovementFindings> found, IReadOnlyDictionary<string, ClientId> ids) => new(
        Name,
        new("What asks for attention, from every angle", "各角度须关注的异动"),
        [new("client", new("Client", "客户")), new("angle", new("Seen from", "角度")), new("last", new("Last month", "最近一月")), new("usual", new("Usual", "通常")), new("z", LocalizedText.Same("z")), new("what", new("What happened", "情况"))],
        [.. MovementAngle.All.Where(found.ContainsKey)
            .SelectMany(angle => found[angle].Clients.Where(client => Alerts(client, angle)).Select(client => (Angle: angle, Client: client, Id: ids[client.Id])))
            .OrderByDescending(alert => Math.Abs(alert.Client.Score.Value!.Z ?? double.MaxValue)).ThenBy(alert => alert.Id)
            .Select(alert => new InsightRow(
                alert.Id, alert.Angle.Title, InsightCell.Measured(alert.Client.Value, 2), InsightCell.Measured(alert.Client.Score.Value!.Median, 2),
                alert.Client.Score.Value.Z is { } z ? InsightCell.Measured(Math.Clamp(z, -99, 99), 2) : default, What(alert.Angle, alert.Client)) { Clients = [alert.Id] })]);

    private static bool Alerts(ClientMovement client, MovementAngle angle) =>
        client.Flagged && (angle.Rises ? client.Adjusted > client.Score.Value!.Median : client.Adjusted < client.Score.Value!.Median);

    private static LocalizedText What(MovementAngle angle, ClientMovement client)
    {
        string now = Printed(client.Value), usual = Printed(client.Score.Value!.Median);
        return angle.Rises ? new($"rose from the usual {usual} to {now}", $"由通常的 {usual} 升至 {now}") : new($"fell from the usual {usual} to {now}", $"由通常的 {usual} 降至 {now}");
    }

    private static string Printed(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
