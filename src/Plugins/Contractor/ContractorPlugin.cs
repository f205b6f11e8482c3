namespace Clientele.Contractor;

/// <summary>Construction contractor 建筑施工企业.</summary>
public sealed class ContractorPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
    }
}
