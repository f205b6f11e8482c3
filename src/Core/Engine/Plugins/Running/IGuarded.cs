namespace Clientele.Plugins;

/// <summary>Stands before something of a plugin's own in the catalogue. Whoever keeps an old catalogue keeps this and not the plugin: once it is released, it answers that the plugin is gone.</summary>
internal interface IGuarded
{
    /// <summary>Lets go of the plugin.</summary>
    void Release();
}
