package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.Look;
import dk.grundskema.solver.spi.Colour;
import java.util.Collection;
import java.util.List;

/** How looks are told apart: by a pale ground and a strip of the colour, whose line differs too, for printers and eyes without colour. */
public final class LookStyle {
    private static final List<String> LINES = List.of("solid", "dashed", "double", "dotted");

    private LookStyle() {}

    /** Rules for classes such as {@code k3}, the look of that number; other grounds on a dark screen. */
    public static String of(Collection<Look> looks) {
        return of(looks, "");
    }

    /**
     * The same for what stands within something.
     *
     * @param within selector of that, with a space behind it, such as {@code ".one "}; empty means anywhere
     */
    public static String of(Collection<Look> looks, String within) {
        var rules = new StringBuilder();
        looks.forEach(look -> rules.append(rule(look, within)));
        rules.append("@media screen and (prefers-color-scheme: dark) {\n");
        looks.forEach(look -> rules.append(darkRule(look, within)));
        return rules.append("}\n").toString();
    }

    /** The ground that dark text stands on. */
    static Colour ground(Look look) {
        return look.colour().mixed(Colour.WHITE, 0.87);
    }

    /** The ground that light text stands on, on a dark screen. */
    static Colour darkGround(Look look) {
        return look.colour().mixed(Style.NIGHT, 0.55);
    }

    private static String rule(Look look, String within) {
        return "%s.k%d { background-color: %s; border-left: 1.6mm %s %s; } %s.k%d .x { color: %s; }%n"
                .formatted(
                        within,
                        look.number(),
                        ground(look).hex(),
                        LINES.get(look.number() % LINES.size()),
                        look.colour().hex(),
                        within,
                        look.number(),
                        look.colour().hex())
                .replace("\r", "");
    }

    private static String darkRule(Look look, String within) {
        return "%s.k%d { background-color: %s; border-left-color: %s; } %s.k%d .x { color: %s; }%n"
                .formatted(
                        within,
                        look.number(),
                        darkGround(look).hex(),
                        look.colour().mixed(Colour.WHITE, 0.45).hex(),
                        within,
                        look.number(),
                        Style.CHALK.hex())
                .replace("\r", "");
    }
}
