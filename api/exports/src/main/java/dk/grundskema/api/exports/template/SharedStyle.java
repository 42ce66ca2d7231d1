package dk.grundskema.api.exports.template;

import dk.grundskema.solver.spi.Colour;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Style that sheets and pages share: fonts, marks and colours. */
public final class SharedStyle {
    /** Text colour on paper and light screens. */
    public static final Colour INK = Colour.of(0x1A1C20);

    /** Text colour on dark screens. */
    public static final Colour CHALK = Colour.of(0xEDEFF3);

    /** Background colour on dark screens. */
    public static final Colour NIGHT = Colour.of(0x15181D);

    private SharedStyle() {}

    /**
     * A colour for a purpose.
     *
     * @param light on paper and on a light screen
     * @param dark  on a dark screen
     */
    record Shade(Colour light, Colour dark) {
        static Shade of(int light, int dark) {
            return new Shade(Colour.of(light), Colour.of(dark));
        }
    }

    /** Returns the colours by purpose, including those of sheets. */
    static Map<String, Shade> shades() {
        var all = new LinkedHashMap<String, Shade>();
        all.put("ink", new Shade(INK, CHALK));
        all.put("ground", new Shade(Colour.WHITE, NIGHT));
        all.put("quiet", Shade.of(0x50555E, 0xB4BAC4));
        all.put("raised", Shade.of(0xF4F5F7, 0x1F242C));
        all.put("line", Shade.of(0xD3D6DB, 0x3A404A));
        all.put("edge", Shade.of(0x6B7079, 0xB4BAC4));
        all.put("link", Shade.of(0x1F4E79, 0x9CC4EE));
        all.put("good", Shade.of(0x1B7340, 0x7FD1A0));
        all.put("good-ground", Shade.of(0xEDF5F0, 0x17301F));
        all.put("alarm", Shade.of(0x8C1D18, 0xFFB4AB));
        all.put("alarm-ground", Shade.of(0xF9EEED, 0x3A1D1B));
        all.put("caution", Shade.of(0x7A4B00, 0xF2C14E));
        return Collections.unmodifiableMap(all);
    }

    /** Returns CSS for fonts, links and marks that applies to both paper and screens. */
    public static String baseCss() {
        return readResource(SharedStyle.class, "base.css");
    }

    /** Returns the colours as custom properties, such as {@code --ink}, with other values on dark screens. PDF renderers do not support these. */
    public static String colourProperties() {
        var light = new StringBuilder();
        var dark = new StringBuilder();
        shades().forEach((name, shade) -> {
            light.append("--%s: %s; ".formatted(name, shade.light().hex()));
            dark.append("--%s: %s; ".formatted(name, shade.dark().hex()));
        });
        return ":root { color-scheme: light dark; %s}\n@media screen and (prefers-color-scheme: dark) { :root { %s} }\n"
                .formatted(light, dark);
    }

    /** Returns the colours by name, for renderers without custom properties, such as mail clients, which also need inline colours. */
    public static Map<String, String> coloursByName(boolean isDark) {
        var all = new LinkedHashMap<String, String>();
        shades().forEach((name, shade) ->
                all.put(name.replace('-', '_'), (isDark ? shade.dark() : shade.light()).hex()));
        return Collections.unmodifiableMap(all);
    }

    /**
     * Returns a style sheet of the program.
     *
     * @param beside class of the package that contains it
     * @param name   name of the file
     * @throws IllegalStateException if it is missing
     */
    public static String readResource(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(
                        "The style sheet (%s) is missing in the program.\nMaybe build the whole project again?"
                                .formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
