namespace Clientele.RealEstate;

/// <summary>Real estate 地产.</summary>
public sealed class RealEstatePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
    }
}
