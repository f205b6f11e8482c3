using Microsoft.Extensions.Logging;

namespace Clientele.Plugins;

/// <summary>The facts as one plugin may use them: each member asks first whether the plugin has the capability, and nothing passes once it was stopped.</summary>
internal sealed class GrantedFacts(IPluginFacts facts, string pluginId, IReadOnlyList<string> granted, ILogger log) : IPluginFacts
{
    private volatile IPluginFacts? _facts = facts;

    public IAsyncEnumerable<Client> ClientsAsync(CancellationToken cancellationToken = default) =>
        For(PluginCapabilities.ReadClients).ClientsAsync(cancellationToken);

    public Task<IReadOnlyList<Contact>> ContactsAsync(ClientId client, CancellationToken cancellationToken = default) =>
        For(PluginCapabilities.ReadContacts).ContactsAsync(client, cancellationToken);

    public IAsyncEnumerable<Touchpoint> TimelineAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default) =>
        For(PluginCapabilities.ReadTouchpoints).TimelineAsync(client, asOf, cancellationToken);

    public Task AppendAsync(IReadOnlyList<Touchpoint> touchpoints, CancellationToken cancellationToken = default) =>
        For(PluginCapabilities.AppendTouchpoints).AppendAsync(touchpoints, cancellationToken);

    /// <summary>Lets nothing through from now on.</summary>
    public void Close() => _facts = null;

    private IPluginFacts For(string capability)
    {
        if (_facts is not { } open)
        {
            throw new ClienteleException(PluginCodes.NotAvailable, $"The plugin '{pluginId}' was stopped.");
        }

        if (granted.Contains(capability, StringComparer.Ordinal))
        {
            return open;
        }

        Refused(log, PluginCodes.CapabilityDenied, capability, null);
        throw new ClienteleException(PluginCodes.CapabilityDenied, $"The plugin '{pluginId}' does not have the capability '{capability}'; its manifest must declare it and the operator grant it.");
    }

    private static readonly Action<ILogger, string, string, Exception?> Refused =
        LoggerMessage.Define<string, string>(LogLevel.Warning, new EventId(4006, "CapabilityDenied"), "{Code}: the capability {Capability} was asked for and not granted");
}
