using Clientele;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Clientele to an application.</summary>
public static class ClienteleServiceCollectionExtensions
{
    /// <summary>Adds a <see cref="CrmSource"/>, from which the application opens its <see cref="Crm"/> when it first needs it. Plugins log through the application's <see cref="ILoggerFactory"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Says where the data are; may be <see langword="null"/> for the defaults.</param>
    /// <returns>The services.</returns>
    /// <example>
    /// <code>
    /// services.AddClientele(o => o.Database = "crm.db");
    /// …
    /// var crm = await provider.GetRequiredService&lt;CrmSource&gt;().OpenAsync();
    /// </code>
    /// </example>
    public static IServiceCollection AddClientele(this IServiceCollection services, Action<ClienteleOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton(provider =>
        {
            var options = new ClienteleOptions();
            configure?.Invoke(options);
            if (options.PluginLoading.Logging is NullLoggerFactory && provider.GetService<ILoggerFactory>() is { } logging)
            {
                options.PluginLoading = options.PluginLoading with { Logging = logging };
            }

            return new CrmSource(options, provider.GetService<TimeProvider>() ?? TimeProvider.System);
        });
    }
}
