namespace Clientele.DesignInstitute;

/// <summary>Design institute 设计院.</summary>
public sealed class DesignInstitutePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
    }
}
