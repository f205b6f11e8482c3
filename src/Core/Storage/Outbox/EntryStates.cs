namespace Clientele.Storage.Outbox;

/// <summary>How the states of an entry are written.</summary>
internal static class EntryStates
{
    public static string Text(this EntryState state) => state switch
    {
        EntryState.Planned => "planned",
        EntryState.Held => "held",
        EntryState.Written => "written",
        EntryState.Sending => "sending",
        EntryState.Sent => "sent",
        EntryState.Failed => "failed",
        _ => "uncertain",
    };

    public static EntryState Of(string text) => text switch
    {
        "planned" => EntryState.Planned,
        "held" => EntryState.Held,
        "written" => EntryState.Written,
        "sending" => EntryState.Sending,
        "sent" => EntryState.Sent,
        "failed" => EntryState.Failed,
        _ => EntryState.Uncertain,
    };
}
