namespace Clientele.RealEstate.ServiceQuality;

/// <summary>A record of the desk that somebody checked against what the client had said.</summary>
internal static class RecordSample
{
    public const string Kind = "real_estate.record_sampled";

    public static TouchpointKind Definition { get; } = new()
    {
        Name = Kind,
        Title = new("Record checked", "记录抽查"),
        Details = [new("accurate", new("Accurate", "记录准确"), ValueKind.Boolean, Required: true), new("written_by", new("Written by", "记录人")), new("findings", new("Findings", "抽查说明"))],
    };

    public static bool Accurate(Touchpoint sample) => sample.Details.Text("accurate") == "true";
}
