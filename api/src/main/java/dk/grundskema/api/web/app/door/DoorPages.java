package dk.grundskema.api.web.app.door;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.Visitor;
import java.util.Map;

/** Draws the pages of coming in. */
public final class DoorPages {
    private final Area area;

    /** @param frame what stands around them */
    public DoorPages(Frame frame) {
        this.area = new Area(DoorPages.class, frame);
    }

    /** The page on which somebody signs in. */
    public String signIn(Visitor visitor, SignInPage page) {
        return area.page(visitor, Head.of(area.words().text("sign-in")), "sign-in", Map.of("page", page));
    }

    /** The page on which the first administrator comes. */
    public String firstStart(Visitor visitor, FirstStartPage page) {
        return area.page(visitor, Head.of(area.words().text("first-start")), "first-start", Map.of("page", page));
    }
}
