package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.Look;
import dk.grundskema.solver.spi.Colour;
import java.util.Collection;

/** The style sheet that every sheet carries in itself. */
final class Style {
    /** What text is printed in. */
    static final Colour INK = Colour.of(0x1A1C20);

    /** What text is shown in on a dark screen. */
    static final Colour CHALK = Colour.of(0xEDEFF3);

    /** The ground of a dark screen. */
    static final Colour NIGHT = Colour.of(0x15181D);

    private final String fixed;
    private final String looks;

    Style(Collection<Look> looks) {
        this.fixed = HouseStyle.base() + HouseStyle.file("sheets.css");
        this.looks = LookStyle.of(looks);
    }

    /** The whole for one paper. */
    String on(Paper paper) {
        return "@page { size: %s; margin: 9mm; }\n".formatted(paper.size()) + fixed + looks;
    }
}
