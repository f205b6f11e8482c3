namespace Clientele.Plugins;

/// <summary>A plugin whose code is in memory. Whoever holds it keeps the plugin loaded.</summary>
internal sealed record LoadedPlugin(Candidate Candidate, PluginLoadContext Context, Registration Registration)
{
    /// <summary>Lets go of the plugin's assemblies, where they were loaded to be let go.</summary>
    public void Release()
    {
        if (Context.IsCollectible)
        {
            Context.Unload();
        }
    }
}
