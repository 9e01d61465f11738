/** placeholder head. */
export {};
