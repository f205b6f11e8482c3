using System.Runtime.CompilerServices;

namespace Clientele.Plugins;

/// <summary>Waits for a plugin's context to be collected. It is given weak references only: a frame that held the plugin would report itself as the leak.</summary>
internal static class Unloading
{
    public static async Task<int> CollectAsync(WeakReference context, int passes)
    {
        for (var pass = 1; pass <= passes; pass++)
        {
            Collect();
            if (!IsAlive(context))
            {
                return pass;
            }

            // Threads and timers that were told to stop need a moment to do so.
            await Task.Delay(TimeSpan.FromMilliseconds(pass < 3 ? 1 : 10)).ConfigureAwait(false);
        }

        return -1;
    }

    /// <summary>Drops what the JSON serialiser remembers of types, the plugin's among them. Measured to let plugins go that serialised by reflection.</summary>
    public static void ForgetJson() =>
        typeof(System.Text.Json.JsonSerializer).Assembly
            .GetType("System.Text.Json.JsonSerializerOptionsUpdateHandler")?
            .GetMethod("ClearCache", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)?
            .Invoke(null, [null]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsAlive(WeakReference context) => context.IsAlive;

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
