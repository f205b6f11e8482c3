using System.Reflection;

namespace Clientele.Templating;

/// <summary>Awaits one value: a task gives its result, an asynchronous sequence its items, anything else itself.</summary>
internal static class Awaitable
{
    private static readonly MethodInfo Collector = typeof(Awaitable).GetMethod(nameof(CollectAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static async ValueTask<object?> SettleAsync(object? value, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (value)
        {
            case null or string:
                return value;
            case Task task:
                await task.WaitAsync(cancellationToken).ConfigureAwait(false);
                return await SettleAsync(Result(task), most, cancellationToken).ConfigureAwait(false);
            case IAsyncEnumerable<object?> items:
                return await CollectAsync(items, most, cancellationToken).ConfigureAwait(false);
        }

        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            return await SettleAsync(type.GetMethod("AsTask")!.Invoke(value, null), most, cancellationToken).ConfigureAwait(false);
        }

        var sequence = Array.Find(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        return sequence is null
            ? value
            : await ((Task<List<object?>>)Collector.MakeGenericMethod(sequence.GetGenericArguments()).Invoke(null, [value, most, cancellationToken])!)
                .ConfigureAwait(false);
    }

    // A plain task has no result; what the runtime keeps there is not for readers.
    private static object? Result(Task task) =>
        task.GetType().GetProperty("Result") is { } result && result.PropertyType.Name != "VoidTaskResult" ? result.GetValue(task) : null;

    private static async Task<List<object?>> CollectAsync<T>(IAsyncEnumerable<T> items, int most, CancellationToken cancellationToken)
    {
        var list = new List<object?>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (list.Count >= most)
            {
                throw TemplateException.At(
                    new SourceText("", "model"), default, TemplateErrorCode.CollectionLimit, $"An asynchronous sequence of more than {most} items.");
            }

            list.Add(await SettleAsync(item, most, cancellationToken).ConfigureAwait(false));
        }

        return list;
    }
}
