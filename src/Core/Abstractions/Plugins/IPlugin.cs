namespace Clientele;

/// <summary>An industry plugin: one class with one method that registers what the industry brings.</summary>
/// <remarks>
/// The framework creates the class named as <c>entryType</c> in <c>plugin.json</c> through its public parameterless constructor and calls
/// <see cref="Configure"/> once, at start, on the starting thread, after the plugins it depends on. It may throw: the plugin is then listed with the
/// code <c>PLG6001</c> and takes no part, and the others go on. The instance is not kept; nobody disposes it.
/// </remarks>
/// <example>
/// <code>
/// public sealed class Contractor : IPlugin
/// {
///     public void Configure(IPluginBuilder builder) => builder
///         .TouchpointKinds(new TouchpointKind { Name = "contractor.site_visit", Title = new("Site visit", "工地回访"), Roles = TouchpointRoles.Contact })
///         .Letters(new LetterDefinition { Name = "contractor.warranty_notice", Title = new("Warranty notice", "保修告知函"), Template = "warranty-notice" });
/// }
/// </code>
/// </example>
public interface IPlugin
{
    /// <summary>Registers the plugin's attributes, kinds, matter types, measures, schemes, policies, guards and documents.</summary>
    /// <param name="builder">Receives the registrations; valid only during the call.</param>
    void Configure(IPluginBuilder builder);
}
