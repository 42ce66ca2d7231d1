package dk.grundskema.api.web.app.people;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.Visitor;
import java.util.Map;

/** Draws the pages of who may what. */
public final class PeoplePages {
    private final Area area;

    /** @param frame what stands around them */
    public PeoplePages(Frame frame) {
        this.area = new Area(PeoplePages.class, frame);
    }

    /** The page with all who may something. */
    public String people(Visitor visitor, PeoplePage page) {
        return page(visitor, "people", page);
    }

    /** The page on which somebody's access is changed. */
    public String person(Visitor visitor, PersonPage page) {
        return page(visitor, "person", page);
    }

    /** The page with who saw or changed what. */
    public String audit(Visitor visitor, AuditPage page) {
        return page(visitor, "audit", page);
    }

    /** The page on which an organisation shows and lets go what its plans know about people. */
    public String personalData(Visitor visitor, PersonalDataPage page) {
        return page(visitor, "personal-data", page);
    }

    /** The page of one's own account. */
    public String account(Visitor visitor, AccountPage page) {
        return page(visitor, "account", page);
    }

    /** The page on which somebody chooses a password by a code. */
    public String password(Visitor visitor, PasswordPage page) {
        return page(visitor, "password", page);
    }

    private String page(Visitor visitor, String template, Object page) {
        Head head = Head.of(area.words().text(template)).style("people.css");
        return area.page(visitor, head, template, Map.of("page", page, "roles", PersonForm.ROLES));
    }
}
