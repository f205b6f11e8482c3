namespace Clientele.Analysis.Movement;

/// <summary>What was sold of a product in two periods.</summary>
/// <param name="Product">Which.</param>
/// <param name="QuantityBefore">The quantity of the earlier period; not negative.</param>
/// <param name="PriceBefore">Its price; not negative.</param>
/// <param name="Quantity">The quantity of the later period; not negative.</param>
/// <param name="Price">Its price; not negative.</param>
public sealed record ProductChange(string Product, decimal QuantityBefore, decimal PriceBefore, decimal Quantity, decimal Price);

/// <summary>Why sales changed. The parts add up to the change to the last digit.</summary>
/// <param name="Change">Later sales less earlier sales.</param>
/// <param name="Volume">Because more or less was sold, at the earlier prices and in the earlier mix.</param>
/// <param name="Mix">Because dearer or cheaper products made up more of it.</param>
/// <param name="Price">Because prices changed.</param>
/// <param name="Gained">Products that were not sold before.</param>
/// <param name="Lost">Products that are not sold any more; not positive.</param>
public sealed record SalesChange(decimal Change, decimal Volume, decimal Mix, decimal Price, decimal Gained, decimal Lost);

/// <summary>Splits a change of sales into volume, mix and price.</summary>
public static class PriceVolume
{
    /// <summary>Splits the change: volume (ΣQ₁ − ΣQ₀)·P̄₀, price Σ (P₁ − P₀)·Q₁, mix the rest, over the products sold in both periods.</summary>
    /// <param name="products">The products.</param>
    /// <returns>The parts, or why there are none. With a single product the mix is zero.</returns>
    public static Finding<SalesChange> Of(IReadOnlyList<ProductChange> products)
    {
        ArgumentNullException.ThrowIfNull(products);
        if (products.Count == 0)
        {
            return Finding.Refused<SalesChange>(TooFew.Of(new("products", "产品"), 0, 1));
        }

        if (products.Any(product => product.QuantityBefore < 0 || product.PriceBefore < 0 || product.Quantity < 0 || product.Price < 0))
        {
            return Finding.Refused<SalesChange>(Unusable.Negative(new("quantities and prices", "数量与价格")));
        }

        var both = products.Where(product => product is { QuantityBefore: > 0, Quantity: > 0 }).ToList();
        var gained = products.Where(product => product.QuantityBefore == 0).Sum(product => product.Quantity * product.Price);
        var lost = -products.Where(product => product is { QuantityBefore: > 0, Quantity: 0 }).Sum(product => product.QuantityBefore * product.PriceBefore);
        var (before, after) = (both.Sum(product => product.QuantityBefore * product.PriceBefore), both.Sum(product => product.Quantity * product.Price));
        var (quantityBefore, quantity) = (both.Sum(product => product.QuantityBefore), both.Sum(product => product.Quantity));
        var price = both.Sum(product => (product.Price - product.PriceBefore) * product.Quantity);
        var volume = both.Count == 1 ? (quantity - quantityBefore) * both[0].PriceBefore : quantityBefore > 0 ? decimal.Round((quantity - quantityBefore) * before / quantityBefore, 4) : 0;
        return Finding.Of(new SalesChange(after - before + gained + lost, volume, after - before - volume - price, price, gained, lost));
    }
}
