package dk.grundskema.api.imports.table.file;

/** How much of a file is read; ours. A large school's timetable is a hundredth of it. */
public final class Limits {
    /** Largest file, in bytes. */
    public static final int FILE = 64 * 1024 * 1024;
    /** Most rows of a table that hold something, and the last row that may hold something. */
    public static final int ROWS = 200_000;
    /** Most columns that hold something, and the last column that may hold something. */
    public static final int COLUMNS = 500;
    /** Most columns with those that hold nothing: as many as Excel has. */
    static final int BLANK_COLUMNS = 16_384;
    /** Most letters of a cell: as many as Excel takes. */
    public static final int CELL = 32_767;
    /** Most cells of a file, in each row up to the last that holds something. */
    public static final int CELLS = 3_000_000;
    /** Most letters of all cells of a workbook, in which many cells may share a text. */
    static final long LETTERS = FILE;
    /** Most parts of a workbook. */
    static final int PARTS = 2_000;
    /** Largest workbook once unpacked, in bytes. */
    static final long UNPACKED = 512L * 1024 * 1024;
    /** A part of a workbook that is larger than this, in bytes, must not have been packed tighter than {@link #RATIO}. */
    static final long SUSPICIOUS = 8L * 1024 * 1024;
    /** How many times smaller packing may make a part. */
    static final long RATIO = 200;
    /** Most cells that one merged area fills. */
    static final int AREA = 100_000;

    private Limits() {}
}
