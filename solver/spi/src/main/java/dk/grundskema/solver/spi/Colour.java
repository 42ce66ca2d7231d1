package dk.grundskema.solver.spi;

/**
 * A colour in the sRGB space.
 *
 * @param red   0 to 255
 * @param green 0 to 255
 * @param blue  0 to 255
 */
public record Colour(int red, int green, int blue) {
    /** White, the colour of paper. */
    public static final Colour WHITE = new Colour(255, 255, 255);

    /** @throws IllegalArgumentException if a component is out of range */
    public Colour {
        if (((red | green | blue) & ~255) != 0) {
            throw new IllegalArgumentException(
                    "The colour (%d, %d, %d) has a part out of range; 0 to 255 was expected.\nMaybe it is a share of one?"
                            .formatted(red, green, blue));
        }
    }

    /** Returns the colour of an HTML number {@code 0xRRGGBB}, such as {@code 0x1F5FA8}. */
    public static Colour of(int rgb) {
        return new Colour(rgb >> 16, (rgb >> 8) & 255, rgb & 255);
    }

    /** Returns the HTML notation, such as {@code #1f5fa8}. */
    public String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    /**
     * Mixes this colour with another.
     *
     * @param other the other colour
     * @param share share of the other colour, 0 to 1
     */
    public Colour mixWith(Colour other, double share) {
        return new Colour(
                mixWith(red, other.red, share), mixWith(green, other.green, share), mixWith(blue, other.blue, share));
    }

    private static int mixWith(int mine, int others, double share) {
        return (int) Math.round(mine + (others - mine) * share);
    }

    /** Returns the contrast ratio between two colours, 1 to 21; 4.5 is sufficient for text. Source: WCAG 2.2, 1.4.3. */
    public double contrast(Colour other) {
        double mine = luminance();
        double others = other.luminance();
        return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
