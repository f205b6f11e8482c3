namespace Clientele.Storage.PluginData;

/// <summary>Tells the readers of the log which clients a migration concerned, so that their segments are looked at again.</summary>
internal static class ClientChanges
{
    public const string OfKinds = "INSERT INTO client_change (client_id) SELECT DISTINCT client_id FROM touchpoint_month WHERE";

    public const string OfMatters = "INSERT INTO client_change (client_id) SELECT DISTINCT client_id FROM matter WHERE";
}
