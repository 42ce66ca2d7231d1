package dk.grundskema.api.server.operations;

import java.io.IOException;
import java.util.List;

/** A file is no backup, or isn't any more what was written as a backup. */
public final class DamagedBackup extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Damage {
        /** It doesn't begin as a backup does. */
        NO_BACKUP,
        /** A table can't be read as it was written; its name follows. */
        TABLE,
        /** The archive can't be read on behind an entry, whose name follows: the file was cut off there, or is damaged. */
        CUT_OFF,
        /** A table isn't there; its name follows. */
        TABLE_MISSING,
        /** A table is there that backups of this version of the tables don't have; its name follows. */
        TABLE_UNKNOWN,
        /** A table has another number of rows than were written; its name, the number and the written number follow. */
        ROWS,
        /** All tables can be read, but the checksum of the whole file is wrong or missing. */
        CHECKSUM
    }

    private final Damage damage;
    private final transient List<Object> arguments;

    DamagedBackup(Damage damage, Object... arguments) {
        super(damage + " " + List.of(arguments));
        this.damage = damage;
        this.arguments = List.of(arguments);
    }

    /** That a file is no backup. */
    public static DamagedBackup none() {
        return new DamagedBackup(Damage.NO_BACKUP);
    }

    /** What is wrong with it. */
    public Damage damage() {
        return damage;
    }

    /** What the description of the damage mentions. */
    public List<Object> arguments() {
        return arguments;
    }
}
